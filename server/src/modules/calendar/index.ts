/** calendar: when each maker works, in published versions; the measuring is done by packages/policy-engine. */
export { CalendarVersion } from './calendar.entity';
export { registerCalendarReads } from './calendar.reads';
export { CalendarResolver } from './calendar.resolver';
export { CalendarService } from './calendar.service';
export type { CalendarCheck, CalendarPublished } from './publish-year';
