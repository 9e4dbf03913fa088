/** Background work: queued in the transaction of its cause, done at least once, also when a worker is killed. */
export { Jobs, type JobHandler } from './jobs';
