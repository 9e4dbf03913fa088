import { closeRun } from './run-folder';

/** After all tests: nothing stays running, nothing stays on disk. */
export default closeRun;
