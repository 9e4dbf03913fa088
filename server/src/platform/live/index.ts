/** Live updates: the change log, followed by those who hold a socket. */
export { ChangeQueue } from './change-queue';
export { LiveChanges, retentionMs } from './live-changes';
