import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../audit';
import { CommandRefusal, conflict, globalId, notFound } from '../platform/graphql';
import type { Role } from './role';
import { furtherUnits, unitForRole } from './unit-keys';
import { AdministeredUnit, UserAccount } from './user-account';

export interface AccountFacts {
  displayName: string | null;
  role: Role;
  unitId: string | null;
  administeredUnitIds: readonly string[];
}

/** Makes the account of a subject that has none. */
export async function createUser(manager: EntityManager, subject: string, facts: AccountFacts, actor: string): Promise<number> {
  const unitKey = await unitForRole(manager, facts.role, facts.unitId);
  const further = await furtherUnits(manager, facts.role, facts.administeredUnitIds);
  const [row] = await manager.query<{ id: number }[]>(
    `insert into user_account (subject, display_name, role, unit_id) values ($1, $2, $3, $4) on conflict (subject) do nothing returning id`,
    [subject, facts.displayName, facts.role, unitKey],
  );
  if (!row)
    throw new CommandRefusal('SUBJECT_TAKEN', 'This subject has an account; change that one. / 该主体已有账户，请修改原账户。', [
      'subject',
    ]);
  await administer(manager, row.id, further);
  await record(manager, 'user.create', actor, row.id, { after: await factsOf(manager, row.id) });
  return row.id;
}

/** Changes an account; what is left out stays. CONFLICT where it has changed since it was read. */
export async function updateUser(
  manager: EntityManager,
  accountKey: number,
  version: number,
  changes: Partial<AccountFacts>,
  actor: string,
): Promise<void> {
  const account = await lockAccount(manager, accountKey);
  if (account.version !== version)
    throw conflict('The account has changed since it was read; read it again. / 账户已被他人修改，请重新读取。', {
      version: account.version,
    });
  const before = await factsOf(manager, accountKey);
  const role = changes.role ?? account.role;
  // Units go with the role of a reporter: who is given another loses them without a word.
  const unitId = changes.unitId !== undefined ? changes.unitId : role === 'REPORTER' ? before.unitId : null;
  const further = changes.administeredUnitIds ?? (role === 'REPORTER' ? before.administeredUnitIds : []);
  await manager.update(UserAccount, accountKey, {
    displayName: changes.displayName === undefined ? account.displayName : changes.displayName,
    role,
    unitId: await unitForRole(manager, role, unitId),
    version: version + 1,
  });
  await manager.delete(AdministeredUnit, { accountId: accountKey });
  await administer(manager, accountKey, await furtherUnits(manager, role, further));
  await record(manager, 'user.update', actor, accountKey, { before, after: await factsOf(manager, accountKey) });
}

/** Takes away the right to sign in, or gives it back. CONFLICT where that is so already. */
export async function switchUser(
  manager: EntityManager,
  accountKey: number,
  to: 'disabled' | 'enabled',
  reason: string,
  actor: string,
): Promise<void> {
  const account = await lockAccount(manager, accountKey);
  if ((account.disabledAt !== null) === (to === 'disabled')) throw conflict(alreadySo[to]);
  if (account.subject === actor)
    throw new CommandRefusal('OWN_ACCOUNT', 'Nobody disables their own account. / 不能停用自己的账户。', ['userId']);
  const before = await factsOf(manager, accountKey);
  await manager.update(UserAccount, accountKey, { disabledAt: to === 'disabled' ? () => 'now()' : null, version: account.version + 1 });
  await record(manager, to === 'disabled' ? 'user.disable' : 'user.enable', actor, accountKey, {
    reason,
    before,
    after: await factsOf(manager, accountKey),
  });
}

const alreadySo = {
  disabled: 'The account is disabled already. / 该账户已停用。',
  enabled: 'The account is not disabled. / 该账户未停用。',
};

async function lockAccount(manager: EntityManager, key: number): Promise<UserAccount> {
  const account = await manager.createQueryBuilder(UserAccount, 'a').setLock('pessimistic_write').where('a.id = :key', { key }).getOne();
  if (!account) throw notFound('There is no such account. / 没有这个账户。');
  return account;
}

async function administer(manager: EntityManager, accountId: number, unitKeys: readonly number[]): Promise<void> {
  if (unitKeys.length > 0)
    await manager.insert(
      AdministeredUnit,
      unitKeys.map((unitId) => ({ accountId, unitId })),
    );
}

/** An account as the log keeps it. */
async function factsOf(manager: EntityManager, id: number): Promise<AccountFacts & { subject: string; disabledAt: Date | null }> {
  const { subject, displayName, role, unitId, disabledAt } = await manager.findOneByOrFail(UserAccount, { id });
  const further = await manager.find(AdministeredUnit, { where: { accountId: id }, order: { unitId: 'ASC' } });
  return {
    subject,
    displayName,
    role,
    unitId: unitId === null ? null : globalId('Unit', unitId),
    administeredUnitIds: further.map((each) => globalId('Unit', each.unitId)),
    disabledAt,
  };
}

async function record(manager: EntityManager, action: string, actor: string, accountKey: number, payload: object): Promise<void> {
  await appendAuditEvent(manager, { actor, action, subject: globalId('UserAccount', accountKey), payload });
}
