import { publishRelease } from '../../open-data';
import type { Config } from '../../platform/config';
import { openDatabase } from '../../platform/database';
import { keepHeapLean } from '../../platform/lifecycle';
import { databaseSchema } from '../database-schema';
import { seed } from '../seed';

export interface ReleaseOptions {
  afterChange?: true;
}

/** Takes a release of all that is public, unless it is the same as the latest, and says its number. */
export async function release(config: Config, { afterChange = undefined }: ReleaseOptions): Promise<void> {
  keepHeapLean();
  const database = await openDatabase(config, databaseSchema, { say: (line) => process.stderr.write(`${line}\n`), withoutTimeLimit: true });
  try {
    await seed(database);
    const options = { actor: 'gongkai release', onlyAfterChange: afterChange ?? false };
    const { number, isNew } = await database.owner.transaction((manager) => publishRelease(manager, database.publicSnapshot, options));
    process.stdout.write(`${number} ${isNew ? '新版本 new release' : '没有变化 nothing has changed'}\n`);
  } finally {
    await database.close();
  }
}
