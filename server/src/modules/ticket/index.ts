/** ticket: the request and its life, with the promises that the maker's rules give it. */
export { registerAttachmentReads } from './attachment.reads';
export { AttachmentService } from './attachment.service';
export { TicketAttachmentsResolver } from './ticket.attachments.resolver';
export { ExportFiles } from './export-files';
export { exportTickets, type ExportRequest } from './export-tickets';
export { ExportLinks } from './export-links';
export { filterOf } from './saved-filter';
export { SavedViewResolver } from './saved-view.resolver';
export { SavedViews } from './saved-view.service';
export { TicketExportResolver } from './ticket-export.resolver';
export { serveTicketExports } from './ticket-export.routes';
export { keptForMs as exportsKeptForMs, TicketExports } from './ticket-exports';
export { TicketLists } from './ticket-list';
export { registerTicketListReads } from './ticket-lists.reads';
export { TicketListsResolver } from './ticket.lists.resolver';
export { TicketLiveResolver, type RenewContext } from './ticket.live.resolver';
export {
  changesParty,
  type Consequences,
  TicketEvents,
  type TicketHappening,
  type TicketListener,
} from './ticket.events';
export { Ticket, TicketState } from './ticket.entity';
export { TicketDetailInput } from './ticket.inputs';
export { ticketNotFound } from './ticket.errors';
export { ChargeResolver } from './charge.resolver';
export { ChargeService } from './charge.service';
export { registerChargeReads } from './charge.reads';
export { followCalendar } from './follow-calendar';
export type { Alongside } from './create-ticket';
export { ClockStates } from './clock.types';
export { clockNames } from './missing-in-words';
export { publicComments, publicEvents, requesterView, type RequesterView } from './requester-view';
export { ToldDate } from './ticket-course.types';
export { toldDates } from './told-dates';
export { TicketTimers } from './ticket-timers';
export { registerCourseReads } from './ticket-course.reads';
export { TicketWork } from './ticket-work.service';
export { registerTicketReads } from './ticket.reads';
export { TicketResolver } from './ticket.resolver';
export { TicketService } from './ticket.service';
export { TicketWorkResolver } from './ticket.work.resolver';
