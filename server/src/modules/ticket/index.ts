/** ticket: the request and its life, with the promises that the maker's rules give it. */
export { registerAttachmentReads } from './attachment.reads';
export { AttachmentService } from './attachment.service';
export { TicketAttachmentsResolver } from './ticket.attachments.resolver';
export { TicketLiveResolver, type RenewContext } from './ticket.live.resolver';
export { TicketEvents, type TicketHappening, type TicketListener } from './ticket.events';
export { Ticket } from './ticket.entity';
export { ChargeResolver } from './charge.resolver';
export { ChargeService } from './charge.service';
export { registerChargeReads } from './charge.reads';
export { followCalendar } from './follow-calendar';
export { clockNames } from './missing-in-words';
export { TicketTimers } from './ticket-timers';
export { registerCourseReads } from './ticket-course.reads';
export { TicketWork } from './ticket-work.service';
export { registerTicketReads } from './ticket.reads';
export { TicketResolver } from './ticket.resolver';
export { TicketService } from './ticket.service';
export { TicketWorkResolver } from './ticket.work.resolver';
