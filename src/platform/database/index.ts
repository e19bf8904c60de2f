export type { Database, OpenOptions } from './database';
export { openDatabase } from './open-database';
export { connectDatabase } from './connected-database';
export { prepareDatabase } from './preparation';
export type { PublicRole } from './public-role';
export { DatabaseUnreachable, isDatabaseUnavailable, isStatementTimeout } from './connection-errors';
export { ownerDataSource, type DatabaseSchema } from './owner-data-source';
export type { Audience, Reader } from './reader';
export { allOf, containing, join, raw, sql, Sql } from './sql';
