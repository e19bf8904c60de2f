import 'reflect-metadata';
import { redactEvent } from '../../audit';
import type { Config } from '../../platform/config';
import { tryReadGlobalId } from '../../platform/graphql';
import { operator, refusal, withDatabase } from './operator';

const longestReason = 2_000;

/** Blanks the payload of one audit event, for personal data that must go. */
export async function redact(config: Config, id: string, { reason }: { reason: string }): Promise<void> {
  const read = tryReadGlobalId(id);
  const key = read?.typeName === 'AuditEvent' ? read.key : /^[1-9]\d{0,8}$/.test(id) ? Number(id) : null;
  if (key === null) throw refusal('请给出审计记录的标识或编号 (give the id or the number of an audit event)');
  if (reason.trim() === '' || reason.length > longestReason)
    throw refusal(`--reason 须为1至${longestReason}字 (must have 1 to ${longestReason} characters)`);
  await withDatabase(config, async (database) => {
    await database.owner.transaction((manager) => redactEvent(manager, key, reason, operator));
    process.stdout.write(`已隐去 redacted: ${key}\n`);
  });
}
