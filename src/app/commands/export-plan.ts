import { planFile, planFormats, type PlanFormat } from '../../open-data';
import type { Config } from '../../platform/config';
import { openDatabase } from '../../platform/database';
import { SafeError } from '../../platform/graphql';
import { ExpectedFailure, exitCode } from '../../platform/lifecycle';
import { databaseSchema } from '../database-schema';

export interface ExportPlanOptions {
  format: string;
}

/** Writes the table of one plan, public or not, to standard output. */
export async function exportPlan(config: Config, slug: string, { format }: ExportPlanOptions): Promise<void> {
  if (!isFormat(format)) throw new ExpectedFailure(`--format 须为 ${planFormats.join('、')}。 --format is one of these.`, exitCode.failed);
  const database = await openDatabase(config, databaseSchema, { say: (line) => process.stderr.write(`${line}\n`) });
  try {
    const content = await planFile(database.internalReader, slug, format);
    if (!content) throw new ExpectedFailure(`没有网址名为 ${slug} 的要点。 There is no plan ${slug}.`, exitCode.failed);
    process.stdout.write(content);
  } catch (error) {
    throw error instanceof SafeError ? new ExpectedFailure(error.message, exitCode.failed) : error;
  } finally {
    await database.close();
  }
}

function isFormat(text: string): text is PlanFormat {
  return (planFormats as readonly string[]).includes(text);
}
