import { verifyAuditChain } from '../../audit';
import { verifyReleases } from '../../open-data';
import type { Config } from '../../platform/config';
import { openDatabase } from '../../platform/database';
import { exitCode } from '../../platform/lifecycle';
import { databaseSchema } from '../database-schema';
import { brokenRules } from '../standing-rules';
import { refusal } from './operator';

export interface VerifyOptions {
  auditHead?: string;
}

/** Checks the audit chain, the release chain with all its files, and the standing rules of the data; a line per violation. */
export async function verify(config: Config, { auditHead }: VerifyOptions): Promise<void> {
  if (auditHead !== undefined && !/^[0-9a-f]{64}$/.test(auditHead))
    throw refusal('--audit-head 应为64位十六进制散列 (must be a SHA-256 in hexadecimal)');
  const database = await openDatabase(config, databaseSchema, { say: (line) => process.stderr.write(`${line}\n`), withoutTimeLimit: true });
  try {
    const { owner } = database;
    const violations = [
      ...(await verifyAuditChain(owner, auditHead ?? null)),
      ...(await verifyReleases(owner)),
      ...(await brokenRules(owner)),
    ];
    for (const violation of violations) process.stdout.write(`${violation}\n`);
    if (violations.length > 0) process.exitCode = exitCode.failed;
    else process.stdout.write('完好 no violation\n');
  } finally {
    await database.close();
  }
}
