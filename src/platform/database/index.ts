export { openDatabase, prepareDatabase, connectDatabase, type Database, type DatabaseSchema, type OpenOptions } from './database';
export { DatabaseUnreachable, isDatabaseUnavailable, isStatementTimeout } from './connection-errors';
export { ownerDataSource } from './owner-data-source';
export type { Audience, Reader } from './reader';
export { allOf, containing, join, raw, sql, Sql } from './sql';
