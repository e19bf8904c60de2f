import { verifyAuditChain } from '../../audit';
import type { Config } from '../../platform/config';
import { openDatabase } from '../../platform/database';
import { exitCode } from '../../platform/lifecycle';
import { databaseSchema } from '../database-schema';
import { brokenRules } from '../standing-rules';

/** Checks the audit chain and the standing rules of the data; a line per violation. */
export async function verify(config: Config): Promise<void> {
  const database = await openDatabase(config, databaseSchema, { say: (line) => process.stderr.write(`${line}\n`), withoutTimeLimit: true });
  try {
    const violations = [...(await verifyAuditChain(database.owner)), ...(await brokenRules(database.owner))];
    for (const violation of violations) process.stdout.write(`${violation}\n`);
    if (violations.length > 0) process.exitCode = exitCode.failed;
    else process.stdout.write('完好 no violation\n');
  } finally {
    await database.close();
  }
}
