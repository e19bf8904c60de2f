import type PgBoss from 'pg-boss';
import type { DataSource, QueryRunner } from 'typeorm';

/** The owner's own pool: no connections beside those that there are. */
export function poolOf(owner: DataSource): PgBoss.Db {
  return {
    async executeSql(text, values) {
      const runner = owner.createQueryRunner();
      try {
        return await execute(runner, text, values);
      } finally {
        await runner.release();
      }
    },
  };
}

/** One statement, as pg-boss wants its answer. */
export async function execute(runner: QueryRunner, text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
  const { records } = await runner.query(text, values, true);
  return { rows: (records as unknown[] | undefined) ?? [] };
}
