/** audit: who did what, kept for good; the database writes a line for every change, rooms for what was only read. */
export { registerAuditReads } from './audit.reads';
export { AuditResolver } from './audit.resolver';
export { AuditService, type Noted } from './audit.service';
