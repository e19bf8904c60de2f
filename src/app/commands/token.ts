import 'reflect-metadata';
import { issueToken, longestTokenDays, revokeTokens, rotateTokenKey, tokenText } from '../../accounts';
import type { Config } from '../../platform/config';
import { roles, tryReadGlobalId } from '../../platform/graphql';
import { Unit } from '../../units';
import { operator, refusal, withDatabase } from './operator';

export interface TokenOptions {
  role?: string;
  unit?: string;
  days: string;
  subject?: string;
}

/** Prints a bearer token for the internal endpoint, and nothing else. */
export async function token(config: Config, options: TokenOptions): Promise<void> {
  const role = roles.find((one) => one === options.role?.toUpperCase());
  if (!role) throw refusal(`没有角色 ${options.role ?? ''}；--role 可用：${roles.join('、')} (no such role; one of ${roles.join(', ')})`);
  const days = Number(options.days);
  if (!Number.isInteger(days) || days < 1 || days > longestTokenDays)
    throw refusal(`--days 须为1至${longestTokenDays}的整数 (must be a whole number from 1 to ${longestTokenDays})`);
  if (role !== 'REVIEWER' && (role === 'REPORTER') !== (options.unit !== undefined))
    throw refusal(
      'REPORTER 须以 --unit 指明单位，REVIEWER 可以，其他角色不得 (a REPORTER needs --unit, a REVIEWER may have one, other roles take none)',
    );
  const subject = options.subject ?? operator;
  if (subject === '' || subject.length > 400) throw refusal('--subject 须为1至400字 (must have 1 to 400 characters)');
  await withDatabase(config, async (database) => {
    const unitKey = options.unit === undefined ? null : await findUnit(options.unit, (id) => database.owner.manager.existsBy(Unit, { id }));
    const issued = await database.owner.transaction((manager) => issueToken(manager, { subject, role, unitKey, days }, operator));
    process.stdout.write(`${await tokenText(database.internalReader, issued)}\n`);
  });
}

/** Takes back one token by its id, or all of a subject; a running service refuses them from its next request on. */
export async function revokeToken(config: Config, tokenId: string | undefined, options: { subject?: string }): Promise<void> {
  if ((tokenId === undefined) === (options.subject === undefined))
    throw refusal('请给出令牌编号或 --subject 之一 (give the id of a token, or --subject, one of them)');
  if (tokenId !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(tokenId))
    throw refusal('令牌编号是令牌内的 jti，形如 UUID (the id of a token is its `jti`, a UUID)');
  const choice = tokenId !== undefined ? { tokenId } : { subject: options.subject! };
  await withDatabase(config, async (database) => {
    const revoked = await database.owner.transaction((manager) => revokeTokens(manager, choice, null, operator));
    process.stdout.write(`已吊销 revoked: ${revoked.length}\n`);
  });
}

/** Makes a new key that signs from now on. */
export async function rotateKey(config: Config, options: { retire?: true }): Promise<void> {
  await withDatabase(config, async (database) => {
    const rotation = await database.owner.transaction((manager) => rotateTokenKey(manager, options.retire ?? false, operator));
    const dropped = rotation.droppedKeyIds.join(', ') || '无 none';
    process.stdout.write(
      `新密钥 new key ${rotation.keyId}；已弃用 dropped: ${dropped}；已吊销令牌 revoked tokens: ${rotation.revokedTokens}\n`,
    );
  });
}

async function findUnit(id: string, exists: (key: number) => Promise<boolean>): Promise<number> {
  const read = tryReadGlobalId(id);
  if (read?.typeName !== 'Unit' || !(await exists(read.key))) throw refusal(`没有标识为 ${id} 的单位 (there is no unit with this id)`);
  return read.key;
}
