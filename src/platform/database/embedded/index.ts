export { joinEmbeddedPostgres, lockForService, stopAbandonedServer, type EmbeddedPostgres } from './embedded-postgres';
export { embeddedDatabaseUrl } from './connection-file';
