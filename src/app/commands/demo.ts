import type { Config } from '../../platform/config';
import { openDatabase, type Database } from '../../platform/database';
import { ExpectedFailure, exitCode } from '../../platform/lifecycle';
import { publishRelease } from '../../open-data';
import { databaseSchema } from '../database-schema';
import { fillDemonstration, type Filled } from '../demo/fill-demonstration';
import { seed } from '../seed';

/**
 * Makes a database for demonstrations, or finds the one that is there. It is marked before anything is in it; what holds plans and is
 * not marked is somebody's real record, and left alone.
 */
export async function prepareDemonstration(config: Config): Promise<void> {
  const database = await openDatabase(config, databaseSchema, { say, withoutTimeLimit: true });
  try {
    const filled = await fill(database);
    if (filled)
      say(
        `演示数据已写入：填报 ${filled.reports} 项，整改 ${filled.findings} 项，评估 ${filled.evaluations} 项 (reports, findings and evaluations for demonstration)`,
      );
  } finally {
    await database.close();
  }
}

/** Null where it was filled before. */
export async function fill(database: Pick<Database, 'owner' | 'publicSnapshot'>): Promise<Filled | null> {
  await database.owner.transaction((manager) => markFirst((sql) => manager.query(sql)));
  await seed(database);
  const filled = await database.owner.transaction(async (manager) => {
    const [{ isFilled }] = await manager.query<[{ isFilled: boolean }]>(
      'select filled_at is not null as "isFilled" from demonstration for update',
    );
    return isFilled ? null : fillDemonstration(manager);
  });
  if (filled)
    await database.owner.transaction((manager) =>
      publishRelease(manager, database.publicSnapshot, { actor: 'gongkai demo', onlyAfterChange: true }),
    );
  return filled;
}

async function markFirst(query: <T>(sql: string) => Promise<T>): Promise<void> {
  await query('lock table demonstration in exclusive mode');
  const [{ isMarked, isUsed }] = await query<[{ isMarked: boolean; isUsed: boolean }]>(
    'select exists (select from demonstration) as "isMarked", exists (select from plan) as "isUsed"',
  );
  if (isMarked) return;
  if (isUsed)
    throw new ExpectedFailure(
      '此数据库已有正式数据，演示数据须用另一个数据库：不设 DATABASE_URL，或换 GONGKAI_DATA_DIR (this database holds a real record; a demonstration needs one of its own)',
      exitCode.failed,
    );
  await query('insert into demonstration default values');
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
