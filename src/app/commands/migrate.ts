import type { Config } from '../../platform/config';
import { openDatabase } from '../../platform/database';
import { databaseSchema } from '../database-schema';

/** Opening a database brings it up to date. */
export async function migrate(config: Config): Promise<void> {
  const database = await openDatabase(config, databaseSchema, { say: (line) => process.stderr.write(`${line}\n`), withoutTimeLimit: true });
  await database.close();
}
