/** Live updates: the change log, followed by those who hold a socket. */
export { ChangeQueue } from './change-queue';
export { LiveChanges, retentionMs, type Following } from './live-changes';
