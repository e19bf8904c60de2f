import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../audit';
import type { Reader } from '../platform/database';
import { CommandRefusal, globalId } from '../platform/graphql';
import { addKey, currentKey, dropKeys, findKey, listKeys, signToken } from '../platform/tokens';
import { type IssuedToken } from './issued-token';
import type { Role } from './role';
import { UserAccount } from './user-account';

export const longestTokenDays = 366;

export interface TokenOrder {
  subject: string;
  role: Role;
  /** Key of the unit that a reporter writes for; null for the other roles. */
  unitKey: number | null;
  days: number;
}

/** Records a new token. Refused where its subject is disabled, or has an account that says otherwise. The key of the record. */
export async function issueToken(manager: EntityManager, { subject, role, unitKey, days }: TokenOrder, actor: string): Promise<number> {
  const account = await manager.createQueryBuilder(UserAccount, 'a').setLock('pessimistic_read').where({ subject }).getOne();
  if (account) refuseOtherThan(account, role, unitKey);
  const key = await currentKey(manager);
  const [row] = await manager.query<{ id: number; tokenId: string; expiresAt: Date }[]>(
    `insert into issued_token (subject, role, unit_id, key_id, issued_by, expires_at) values ($1, $2, $3, $4, $5, now() + make_interval(days => $6))
     returning id, token_id as "tokenId", expires_at as "expiresAt"`,
    [subject, role, unitKey, key.id, actor, days],
  );
  const { id, tokenId, expiresAt } = row!;
  await appendAuditEvent(manager, {
    actor,
    action: 'token.issue',
    subject: globalId('IssuedToken', id),
    payload: { after: { tokenId, subject, role, unitId: unitKey === null ? null : globalId('Unit', unitKey), keyId: key.id, expiresAt } },
  });
  return id;
}

function refuseOtherThan(account: UserAccount, role: Role, unitKey: number | null): void {
  if (account.disabledAt)
    throw new CommandRefusal(
      'DISABLED',
      `The account ${account.subject} is disabled; enable it first. / 账户 ${account.subject} 已停用，请先启用。`,
    );
  if (account.role !== role || account.unitId !== unitKey) {
    throw new CommandRefusal(
      'ACCOUNT_SAYS_OTHERWISE',
      `The account ${account.subject} is a ${account.role}${account.unitId === null ? '' : ` of unit ${globalId('Unit', account.unitId)}`}; ask for that, or change the account. / 账户 ${account.subject} 的角色或单位与此不同，请改用其角色和单位，或修改账户。`,
    );
  }
}

/** The token of a record, the same however often it is asked for; null where the key that signed it was dropped. */
export async function tokenText(reader: Reader, tokenKey: number): Promise<string | null> {
  const [facts] = await reader.rows<Pick<IssuedToken, 'subject' | 'tokenId' | 'keyId' | 'issuedAt' | 'expiresAt'>>(
    `select subject, token_id as "tokenId", key_id as "keyId", issued_at as "issuedAt", expires_at as "expiresAt" from issued_token where id = $1`,
    [tokenKey],
  );
  const key = facts && (await findKey(reader, facts.keyId));
  return key ? signToken(key, facts) : null;
}

/** Which tokens: one by its `jti`, several by their keys, or all of a subject. */
export type TokenChoice = { tokenId: string } | { keys: readonly number[] } | { subject: string };

/** Takes tokens back, at once and for good; those that were revoked or have expired stay as they are. The keys of those that it took back. */
export async function revokeTokens(manager: EntityManager, choice: TokenChoice, reason: string | null, actor: string): Promise<number[]> {
  const [condition, value] =
    'tokenId' in choice
      ? ['token_id = $1', choice.tokenId]
      : 'keys' in choice
        ? ['id = any($1)', choice.keys]
        : ['subject = $1', choice.subject];
  const found = await manager.query<{ id: number; tokenId: string; isUsable: boolean }[]>(
    `select id, token_id as "tokenId", revoked_at is null and expires_at > now() as "isUsable" from issued_token where ${condition} order by id for update`,
    [value],
  );
  if (found.length === 0 || ('keys' in choice && found.length < choice.keys.length))
    throw new CommandRefusal('NO_TOKEN', 'There is no such token. / 没有这样的令牌。');
  const revoked = found.filter(({ isUsable }) => isUsable);
  const keys = revoked.map(({ id }) => id);
  await manager.query('update issued_token set revoked_at = now() where id = any($1)', [keys]);
  await appendAuditEvent(manager, {
    actor,
    action: 'token.revoke',
    subject: 'subject' in choice ? choice.subject : globalId('IssuedToken', found[0]!.id),
    payload: { reason, after: { revoked: revoked.map(({ tokenId }) => tokenId) } },
  });
  return keys;
}

export interface KeyRotation {
  keyId: string;
  droppedKeyIds: string[];
  revokedTokens: number;
}

/**
 * Makes a new key, which signs from now on. The others go on verifying until the last token that they signed has expired,
 * and are then dropped by the next rotation; with `retire` they are dropped now, and what they signed is revoked.
 */
export async function rotateTokenKey(manager: EntityManager, retire: boolean, actor: string): Promise<KeyRotation> {
  const { id: keyId } = await addKey(manager);
  const old = (await listKeys(manager)).map(({ id }) => id).filter((id) => id !== keyId);
  const live = await manager.query<{ id: number; keyId: string }[]>(
    'select id, key_id as "keyId" from issued_token where revoked_at is null and expires_at > now() and key_id <> $1 order by id for update',
    [keyId],
  );
  const revoked = retire ? live.map(({ id }) => id) : [];
  const droppedKeyIds = retire ? old : old.filter((id) => !live.some((token) => token.keyId === id));
  await manager.query('update issued_token set revoked_at = now() where id = any($1)', [revoked]);
  await dropKeys(manager, droppedKeyIds);
  const rotation = { keyId, droppedKeyIds, revokedTokens: revoked.length };
  await appendAuditEvent(manager, {
    actor,
    action: 'token.rotate-key',
    subject: 'token-signing',
    payload: { before: { keyIds: old }, after: rotation },
  });
  return rotation;
}
