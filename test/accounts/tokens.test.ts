import { SignJWT } from 'jose';
import { createAuthenticator, issueToken, revokeTokens, rotateTokenKey, tokenText, type Authenticate } from '../../src/accounts';
import { verifyAuditChain } from '../../src/audit';
import { CommandRefusal } from '../../src/platform/graphql';
import { listKeys, TokenKeys } from '../../src/platform/tokens';
import { useTestDatabase } from '../support/database';
import { tokenFor, type Holder } from '../support/internal-api';
import { aUnit } from './units';

const database = useTestDatabase();

/** Each is what one process of the service has: its own memory of keys. */
const process = (): Authenticate => createAuthenticator({ reader: database.internalReader, keys: new TokenKeys(database.internalReader) });

const planner: Holder = { role: 'PLANNER', subject: 'p' };
const bearer = (token: string): string => `Bearer ${token}`;
const partOf = (token: string, index: number) => JSON.parse(Buffer.from(token.split('.')[index]!, 'base64url').toString());

async function anAccount(subject: string, role: string, unitKey: number | null = null, further: number[] = []): Promise<number> {
  const [account] = await database.owner.query('insert into user_account (subject, role, unit_id) values ($1, $2, $3) returning id', [
    subject,
    role,
    unitKey,
  ]);
  for (const unit of further) await database.owner.query('insert into administered_unit values ($1, $2)', [account.id, unit]);
  return account.id as number;
}

describe('a token', () => {
  it('names its subject with role and unit, and a key by which it is signed', async () => {
    const unitKey = await aUnit(database, '甲局');
    const token = await tokenFor(database, { role: 'REPORTER', subject: 'r', unitKey });
    await expect(process()(bearer(token))).resolves.toEqual({ subject: 'r', role: 'REPORTER', unitKey, unitKeys: [unitKey] });
    expect(partOf(token, 0)).toMatchObject({ alg: 'HS256', kid: expect.stringMatching(/^\d+$/) });
    expect(partOf(token, 1)).toMatchObject({ sub: 'r', jti: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  it('is shown the same however often it is asked for', async () => {
    const order = { subject: 's', role: 'AUDITOR' as const, unitKey: null, days: 3 };
    const key = await database.owner.transaction((manager) => issueToken(manager, order, 'test'));
    const [first, second] = [await tokenText(database.internalReader, key), await tokenText(database.internalReader, key)];
    expect(second).toBe(first);
  });

  it('is refused where it is missing, malformed, altered, expired or revoked', async () => {
    const authenticate = process();
    const token = await tokenFor(database, planner);
    const [head, body, signature] = token.split('.') as [string, string, string];
    const altered = Buffer.from(JSON.stringify({ ...partOf(token, 1), sub: 'somebody' })).toString('base64url');
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none', kid: partOf(token, 0).kid })).toString('base64url');
    const refused = [
      undefined,
      '',
      'Bearer',
      `Basic ${token}`,
      bearer('a.b.c'),
      bearer([head, altered, signature].join('.')),
      bearer([head, body, signature.slice(0, -4)].join('.')),
      bearer([unsigned, body, ''].join('.')),
    ];
    for (const header of refused) await expect(authenticate(header)).resolves.toBeNull();
    await expect(authenticate(bearer(token))).resolves.toMatchObject({ subject: 'p' });

    await database.owner.query(`update issued_token set issued_at = now() - interval '2 days', expires_at = now() - interval '1 day'`);
    await expect(authenticate(bearer(token))).resolves.toBeNull();
  });

  it('is refused where the right key signed what was never issued, or for another audience', async () => {
    const token = await tokenFor(database, planner);
    const [key] = await listKeys(database.owner.manager);
    const claims = partOf(token, 1);
    const forge = (changes: object) =>
      new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'HS256', kid: key!.id }).sign(key!.value);
    await expect(process()(bearer(await forge({})))).resolves.toMatchObject({ subject: 'p' });
    for (const changes of [
      { jti: '00000000-0000-4000-8000-000000000000' },
      { jti: 'x' },
      { jti: undefined },
      { sub: 'somebody' },
      { aud: 'other' },
      { iss: 'other' },
      { exp: claims.iat - 1 },
      { exp: undefined },
    ])
      await expect(process()(bearer(await forge(changes)))).resolves.toBeNull();
  });

  it('is refused by every process from the next request on once it is revoked', async () => {
    const [one, other] = [process(), process()];
    const [kept, lost] = [await tokenFor(database, planner), await tokenFor(database, planner)];
    for (const authenticate of [one, other]) await expect(authenticate(bearer(lost))).resolves.not.toBeNull();
    const tokenId = partOf(lost, 1).jti;
    const revoked = await database.owner.transaction((manager) => revokeTokens(manager, { tokenId }, 'lost', 'test'));
    expect(revoked).toHaveLength(1);
    for (const authenticate of [one, other]) {
      await expect(authenticate(bearer(lost))).resolves.toBeNull();
      await expect(authenticate(bearer(kept))).resolves.not.toBeNull();
    }
    const again = await database.owner.transaction((manager) => revokeTokens(manager, { tokenId }, 'lost', 'test'));
    expect(again).toEqual([]);
    const all = await database.owner.transaction((manager) => revokeTokens(manager, { subject: 'p' }, 'left', 'test'));
    expect(all).toHaveLength(1);
    await expect(one(bearer(kept))).resolves.toBeNull();
    const nobody = database.owner.transaction((manager) => revokeTokens(manager, { subject: 'nobody' }, 'left', 'test'));
    await expect(nobody).rejects.toBeInstanceOf(CommandRefusal);
    await expect(verifyAuditChain(database.owner)).resolves.toEqual([]);
  });
});

describe('an account', () => {
  it('decides on role and units, whatever the token was issued for', async () => {
    const authenticate = process();
    const [own, further] = [await aUnit(database, '乙局'), await aUnit(database, '丙局')];
    const token = await tokenFor(database, { role: 'PLANNER', subject: 'x' });
    await anAccount('x', 'REPORTER', own, [further]);
    await expect(authenticate(bearer(token))).resolves.toEqual({ subject: 'x', role: 'REPORTER', unitKey: own, unitKeys: [own, further] });
    await database.owner.query(`delete from administered_unit`);
    await database.owner.query(`update user_account set role = 'AUDITOR', unit_id = null where subject = 'x'`);
    await expect(authenticate(bearer(token))).resolves.toEqual({ subject: 'x', role: 'AUDITOR', unitKey: null, unitKeys: [] });
  });

  it('of a reporter also writes for the units that became part of its own', async () => {
    const own = await aUnit(database, '丁局');
    const before = await aUnit(database, '戊局', own);
    const longBefore = await aUnit(database, '己局', before);
    const token = await tokenFor(database, { role: 'REPORTER', subject: 'y', unitKey: own });
    await expect(process()(bearer(token))).resolves.toMatchObject({ unitKey: own, unitKeys: [own, before, longBefore] });
    const narrow = await tokenFor(database, { role: 'REPORTER', subject: 'z', unitKey: before });
    await expect(process()(bearer(narrow))).resolves.toMatchObject({ unitKey: before, unitKeys: [before, longBefore] });
  });

  it('that is disabled lets no token in, and no new one be issued', async () => {
    const authenticate = process();
    const token = await tokenFor(database, planner);
    await anAccount('p', 'PLANNER');
    await expect(authenticate(bearer(token))).resolves.not.toBeNull();
    await database.owner.query(`update user_account set disabled_at = now()`);
    await expect(authenticate(bearer(token))).resolves.toBeNull();
    await expect(tokenFor(database, planner)).rejects.toMatchObject({ code: 'DISABLED' });
    await database.owner.query(`update user_account set disabled_at = null`);
    await expect(tokenFor(database, { role: 'AUDITOR', subject: 'p' })).rejects.toMatchObject({ code: 'ACCOUNT_SAYS_OTHERWISE' });
  });
});

describe('a new signing key', () => {
  const rotate = (retire: boolean) => database.owner.transaction((manager) => rotateTokenKey(manager, retire, 'test'));

  it('signs from now on, is known at once, and leaves the older tokens as they are', async () => {
    const authenticate = process();
    const old = await tokenFor(database, planner);
    await expect(authenticate(bearer(old))).resolves.not.toBeNull();
    const { keyId, droppedKeyIds, revokedTokens } = await rotate(false);
    expect(revokedTokens).toBe(0);
    const fresh = await tokenFor(database, planner);
    expect(partOf(fresh, 0).kid).toBe(keyId);
    expect(droppedKeyIds).not.toContain(partOf(old, 0).kid);
    // All at once, so that they meet while the keys are being read.
    const met = await Promise.all(Array.from({ length: 20 }, (_, index) => authenticate(bearer(index % 2 === 0 ? fresh : old))));
    expect(met.every((viewer) => viewer?.subject === 'p')).toBe(true);
  });

  it('drops a key once no token of it holds any more', async () => {
    const old = await tokenFor(database, planner);
    const first = await rotate(false);
    await database.owner.transaction((manager) => revokeTokens(manager, { subject: 'p' }, 'left', 'test'));
    const second = await rotate(false);
    expect(second.droppedKeyIds).toEqual(expect.arrayContaining([partOf(old, 0).kid, first.keyId]));
    expect((await listKeys(database.owner.manager)).map(({ id }) => id)).toEqual([second.keyId]);
  });

  it('takes the older keys with it where they are retired, in processes that know them too', async () => {
    const authenticate = process();
    const old = await tokenFor(database, planner);
    await expect(authenticate(bearer(old))).resolves.not.toBeNull();
    const { revokedTokens, droppedKeyIds } = await rotate(true);
    expect(revokedTokens).toBe(1);
    expect(droppedKeyIds).toContain(partOf(old, 0).kid);
    await expect(authenticate(bearer(old))).resolves.toBeNull();
    await expect(authenticate(bearer(await tokenFor(database, planner)))).resolves.not.toBeNull();
  });

  it('is never one that tokens are just being signed with when it is dropped', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => (index % 3 === 0 ? void (await rotate(true)) : tokenFor(database, planner))),
    );
    const keys = new Set((await listKeys(database.owner.manager)).map(({ id }) => id));
    const usable = await database.owner.query(`select key_id from issued_token where revoked_at is null`);
    expect(outcomes).toHaveLength(12);
    expect(usable.every((token: { key_id: string }) => keys.has(token.key_id))).toBe(true);
    await expect(verifyAuditChain(database.owner)).resolves.toEqual([]);
  });
});
