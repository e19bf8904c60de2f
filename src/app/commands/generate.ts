import type { Config } from '../../platform/config';
import { openDatabase } from '../../platform/database';
import { ExpectedFailure, exitCode } from '../../platform/lifecycle';
import { databaseSchema } from '../database-schema';
import { generate } from '../generate/generate';
import { seed as loadSeeds } from '../seed';

export interface GenerateOptions {
  plans: string;
  seed: string;
}

const mostPlans = 41_000;

/** Fills a database with a synthetic country, all of it or nothing. Refused where there are plans beside the seeds', or synthetic ones already. */
export async function generateData(config: Config, options: GenerateOptions): Promise<void> {
  const plans = Number(options.plans);
  if (!Number.isInteger(plans) || plans < 1 || plans > mostPlans)
    throw new ExpectedFailure(`--plans 须为1至${mostPlans}的整数 (must be a whole number from 1 to ${mostPlans})`, exitCode.failed);
  const database = await openDatabase(config, databaseSchema, { say: (line) => process.stderr.write(`${line}\n`), withoutTimeLimit: true });
  try {
    await loadSeeds(database);
    await database.owner.transaction(async (manager) => {
      const [{ taken }] = await manager.query<[{ taken: boolean }]>(
        `select exists (select from plan where slug like 'synthetic-%') as taken`,
      );
      if (taken) throw new ExpectedFailure('数据库中已有合成数据 (this database holds synthetic data already)', exitCode.failed);
      await generate(manager, { plans, seed: options.seed, progress: (written) => show(written, plans) });
    });
  } finally {
    await database.close();
  }
}

function show(written: number, plans: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${written} / ${plans}${written === plans ? '\n' : ''}`);
}
