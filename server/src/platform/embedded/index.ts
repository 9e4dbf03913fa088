// The product's own PostgreSQL: found, made, started and stopped without anything installed on the machine.
export { claimDataFolder, type DataFolder } from './data-folder';
export {
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
  type EmbeddedOptions,
  type EmbeddedPostgres,
} from './embedded-postgres';
export { StartError } from './start-error';
