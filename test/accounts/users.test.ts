import { verifyAuditChain } from '../../src/audit';
import { globalId } from '../../src/platform/graphql';
import { useTestDatabase } from '../support/database';
import { startApp, tokenFor, type Json, type RunningApp } from '../support/internal-api';
import { aUnit } from './units';

const database = useTestDatabase({ keepRows: true });
let app: RunningApp;
let administrator: string;
let [own, further]: string[] = [];

beforeAll(async () => {
  app = await startApp(database);
  administrator = await tokenFor(database, { role: 'ADMINISTRATOR', subject: 'admin' });
  [own, further] = [globalId('Unit', await aUnit(database, '甲局')), globalId('Unit', await aUnit(database, '乙局'))];
}, 60_000);

afterAll(() => app.close());

let lastKey = 0;

/** Runs one mutation of accounts or tokens as the administrator. */
async function run(mutation: string, input: Record<string, unknown>, selection: string): Promise<Json> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`.replace(/^(En|Dis)ableUserInput$/, 'SwitchUserInput');
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code field } } }`;
  const { body } = await app.send(administrator, query, { input: { idempotencyKey: `k${++lastKey}`, ...input } });
  return body.errors ? { error: body.errors[0].extensions.code } : body.data[mutation];
}

const user = 'user { id subject displayName role unit { id } administeredUnits { id } disabledAt version }';
const create = (input: Record<string, unknown>) => run('createUser', input, user);
const update = (input: Record<string, unknown>) => run('updateUser', input, user);

describe('an account', () => {
  it('is made, changed and read; what is left out stays', async () => {
    const made = await create({
      subject: 'reporter-1',
      displayName: '填报员',
      role: 'REPORTER',
      unitId: own,
      administeredUnitIds: [further],
    });
    const { id } = made.user;
    expect(made).toMatchObject({
      user: { displayName: '填报员', unit: { id: own }, administeredUnits: [{ id: further }], disabledAt: null, version: 1 },
      userErrors: [],
    });
    const renamed = await update({ userId: id, version: 1, displayName: null });
    expect(renamed.user).toEqual({ ...made.user, displayName: null, version: 2 });
    expect((await update({ userId: id, version: 2, administeredUnitIds: null })).user.administeredUnits).toEqual([]);
    expect((await update({ userId: id, version: 3, role: 'REVIEWER' })).user).toMatchObject({ role: 'REVIEWER', unit: null });
    expect(await update({ userId: id, version: 3, role: 'PLANNER' })).toEqual({ error: 'CONFLICT' });
    const { users, user: read } = await app.data(
      administrator,
      `query ($id: ID!) { user(id: $id) { role } users(filterBy: { text: "REPORTER-1", roles: [REVIEWER], disabled: false }) { totalCount nodes { id } } }`,
      { id },
    );
    expect({ users, read }).toEqual({ users: { totalCount: 1, nodes: [{ id }] }, read: { role: 'REVIEWER' } });
  });

  it('is refused with the field that is wrong, and nothing is made', async () => {
    const absent = globalId('Unit', 1_999_999_999);
    const before = await database.owner.query('select count(*) from user_account');
    const refusals: [Record<string, unknown>, string, string[]][] = [
      [{ role: 'REPORTER' }, 'REPORTER_NEEDS_UNIT', ['unitId']],
      [{ role: 'REPORTER', unitId: absent }, 'NO_UNIT', ['unitId']],
      [{ role: 'REPORTER', unitId: own, administeredUnitIds: [further, absent] }, 'NO_UNIT', ['administeredUnitIds']],
      [{ role: 'PLANNER', unitId: own }, 'UNIT_FOR_REPORTERS_ONLY', ['unitId']],
      [{ role: 'AUDITOR', administeredUnitIds: [own] }, 'UNIT_FOR_REPORTERS_ONLY', ['administeredUnitIds']],
    ];
    for (const [input, code, field] of refusals)
      expect(await create({ subject: 'refused', ...input })).toEqual({ user: null, userErrors: [{ code, field }] });
    for (const input of [{ subject: '' }, { subject: 'x'.repeat(401) }, { subject: 'x', displayName: '' }])
      expect(await create({ role: 'PLANNER', ...input })).toEqual({ error: 'BAD_USER_INPUT' });
    expect(await database.owner.query('select count(*) from user_account')).toEqual(before);
    expect((await create({ subject: 'once', role: 'PLANNER' })).userErrors).toEqual([]);
    expect((await create({ subject: 'once', role: 'PLANNER' })).userErrors).toEqual([{ code: 'SUBJECT_TAKEN', field: ['subject'] }]);
    expect(await update({ userId: globalId('UserAccount', 1_999_999_999), version: 1 })).toEqual({ error: 'NOT_FOUND' });
  });

  it('that is disabled is answered with 401 until it is enabled again, and nobody disables their own', async () => {
    const { user: made } = await create({ subject: 'leaving', role: 'AUDITOR' });
    const { bearer } = await run('issueToken', { userId: made.id }, 'bearer token { subject issuedBy }');
    expect(await app.data(bearer, '{ viewer { subject role unit { id } units { id } account { id } } }')).toEqual({
      viewer: { subject: 'leaving', role: 'AUDITOR', unit: null, units: [], account: { id: made.id } },
    });
    const disabled = await run('disableUser', { userId: made.id, reason: '离职' }, user);
    expect(disabled.user.disabledAt).not.toBeNull();
    expect((await app.send(bearer, '{ viewer { subject } }')).status).toBe(401);
    expect(await run('disableUser', { userId: made.id, reason: '离职' }, user)).toEqual({ error: 'CONFLICT' });
    expect((await run('issueToken', { userId: made.id }, 'bearer')).userErrors).toEqual([{ code: 'DISABLED', field: null }]);
    await run('enableUser', { userId: made.id, reason: '返岗' }, user);
    expect((await app.send(bearer, '{ viewer { subject } }')).status).toBe(200);
    const { user: self } = await create({ subject: 'admin', role: 'ADMINISTRATOR' });
    expect((await run('disableUser', { userId: self.id, reason: '误' }, user)).userErrors).toEqual([
      { code: 'OWN_ACCOUNT', field: ['userId'] },
    ]);
  });

  it('is changed by one of several who read the same version', async () => {
    const { user: made } = await create({ subject: 'contested', role: 'PLANNER' });
    const names = Array.from({ length: 6 }, (_, index) => `名${index}`);
    const outcomes = await Promise.all(names.map((displayName) => update({ userId: made.id, version: 1, displayName })));
    expect(outcomes.filter(({ user: changed }) => changed)).toHaveLength(1);
    expect(outcomes.filter(({ error }) => error === 'CONFLICT')).toHaveLength(5);
  });

  it('leaves a record of every change, with what was before and after', async () => {
    const { user: made } = await create({ subject: 'recorded', role: 'PLANNER' });
    await update({ userId: made.id, version: 1, role: 'AUDITOR' });
    const events = await database.owner.query('select actor, action, payload from audit_event where subject = $1 order by id', [made.id]);
    expect(events).toMatchObject([
      { actor: 'admin', action: 'user.create', payload: { after: { role: 'PLANNER' } } },
      { actor: 'admin', action: 'user.update', payload: { before: { role: 'PLANNER' }, after: { role: 'AUDITOR' } } },
    ]);
    await expect(verifyAuditChain(database.owner)).resolves.toEqual([]);
  });
});

describe('a token', () => {
  it('is issued once under one key, shown to its issuer again, listed and revoked', async () => {
    const { user: made } = await create({ subject: 'holder', role: 'PLANNER' });
    const input = { idempotencyKey: 'issue-once', userId: made.id, days: 2 };
    const issued = await run('issueToken', input, 'bearer token { id subject role revokedAt }');
    expect(await run('issueToken', input, 'bearer token { id subject role revokedAt }')).toEqual(issued);
    const tokens = `{ tokens(filterBy: { subject: "holder", usable: true }) { totalCount nodes { id issuedBy unit { id } } } }`;
    expect(await app.data(administrator, tokens)).toEqual({
      tokens: { totalCount: 1, nodes: [{ id: issued.token.id, issuedBy: 'admin', unit: null }] },
    });
    const revoked = await run('revokeTokens', { tokenIds: [issued.token.id], reason: '遗失' }, 'tokens { id revokedAt }');
    expect(revoked.tokens).toEqual([{ id: issued.token.id, revokedAt: expect.any(String) }]);
    expect((await app.send(issued.bearer, '{ viewer { subject } }')).status).toBe(401);
    expect(await app.data(administrator, tokens)).toMatchObject({ tokens: { totalCount: 0 } });
  });

  it('is not issued for longer than a year, nor revoked by two choices or none', async () => {
    const { user: made } = await create({ subject: 'limits', role: 'PLANNER' });
    for (const days of [0, 367]) expect(await run('issueToken', { userId: made.id, days }, 'bearer')).toEqual({ error: 'BAD_USER_INPUT' });
    const id = globalId('IssuedToken', 1_999_999_999);
    for (const choice of [{}, { tokenIds: [id], subject: 'limits' }, { tokenIds: [] }])
      expect(await run('revokeTokens', { reason: 'x', ...choice }, 'tokens { id }')).toEqual({ error: 'BAD_USER_INPUT' });
    for (const choice of [{ tokenIds: [id] }, { subject: 'unknown' }])
      expect((await run('revokeTokens', { reason: 'x', ...choice }, 'tokens { id }')).userErrors[0].code).toBe('NO_TOKEN');
  });
});

describe('the endpoint', () => {
  it('answers 401 with a challenge to whoever is not signed in, whatever they send', async () => {
    const bodies: [string, string][] = [
      ['/graphql', '{"query":"{ viewer { subject } }"}'],
      ['/graphql', 'no json'],
      ['/graphql', '{"query":"{ nonsense'],
      ['/graphql', ''],
      ['/uploads', 'no form'],
    ];
    for (const [path, body] of bodies) {
      for (const authorization of [undefined, 'Bearer x.y.z', 'Basic YTpi']) {
        const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) };
        const response = await fetch(`${app.url}${path}`, { method: 'POST', body, headers });
        expect([path, body, response.status, response.headers.get('www-authenticate')]).toEqual([path, body, 401, 'Bearer']);
        expect((await response.json()).errors[0].extensions.code).toBe('UNAUTHENTICATED');
      }
    }
  });

  it('says FORBIDDEN to a caller whom it knows, and shows records of accounts to no one but their keepers', async () => {
    const planner = await tokenFor(database, { role: 'PLANNER', subject: 'known' });
    const { user: made } = await create({ subject: 'private', role: 'PLANNER' });
    for (const query of ['{ users { totalCount } }', '{ tokens { totalCount } }', `{ node(id: "${made.id}") { id } }`])
      expect(await app.code(planner, query)).toBe('FORBIDDEN');
    const auditor = await tokenFor(database, { role: 'AUDITOR', subject: 'auditor' });
    expect(await app.data(auditor, `{ node(id: "${made.id}") { id } users { totalCount } }`)).toMatchObject({ node: { id: made.id } });
    const upload = await fetch(`${app.url}/uploads`, {
      method: 'POST',
      body: new FormData(),
      headers: { authorization: `Bearer ${auditor}` },
    });
    expect([upload.status, (await upload.json()).errors[0].extensions.code]).toEqual([403, 'FORBIDDEN']);
  });
});
