// What the product needs to run by itself: its own PostgreSQL, a claimed data folder, and an orderly end.
export { claimDataFolder, type DataFolder } from './data-folder';
export {
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
  type EmbeddedOptions,
  type EmbeddedPostgres,
} from './embedded-postgres';
export { runProgram, type Program } from './program';
