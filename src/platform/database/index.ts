export type { Database } from './database';
export { openDatabase } from './open-database';
export { connectDatabase } from './connected-database';
export { prepareDatabase } from './preparation';
export { DatabaseUnreachable, isDatabaseUnavailable, placeOf } from './connection-errors';
export { ownerDataSource, type DatabaseSchema } from './owner-data-source';
export { forOffices, type Audience, type Reader } from './reader';
export type { Snapshot } from './snapshot';
export { allOf, containing, isOneOf, join, raw, sql, Sql } from './sql';
