export { joinEmbeddedPostgres, serveLockFile, type EmbeddedPostgres } from './embedded-postgres';
export { embeddedDatabaseUrl } from './connection-file';
