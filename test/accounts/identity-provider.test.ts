import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportSPKI, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';
import { createAuthenticator, type Authenticate } from '../../src/accounts';
import { readConfig, type Environment } from '../../src/platform/config';
import { globalId } from '../../src/platform/graphql';
import { IdentityProvider, TokenKeys } from '../../src/platform/tokens';
import { useTestDatabase } from '../support/database';
import { freePort } from '../support/free-port';
import { startApp, tokenFor } from '../support/internal-api';
import { privateKey, startIssuer, type RunningIssuer } from '../support/oidc-issuer';
import { aUnit } from './units';

const audience = 'urn:gongkai';
const claims = { realm_access: { roles: ['everyone', 'gov-report', 'gov-plan'] }, office: '100000/甲局' };
const settings: Environment = {
  OIDC_AUDIENCE: audience,
  OIDC_ROLE_CLAIM: 'realm_access.roles',
  OIDC_ROLE_MAP: 'gov-plan=PLANNER, gov-report=REPORTER',
  OIDC_UNIT_CLAIM: 'office',
};

const database = useTestDatabase({ keepRows: true });
let port: number;
let keys: JWK[];
let issuer: RunningIssuer;
let unit: number;

beforeAll(async () => {
  port = await freePort();
  keys = [await privateKey('one'), await privateKey('two')];
  issuer = await startIssuer({ port, jwks: [keys[0]!], audience, claims });
  unit = await aUnit(database, '甲局');
}, 60_000);

afterAll(() => issuer.stop());

/** What a freshly started process has. */
function process(environment: Environment = {}, limits: ConstructorParameters<typeof IdentityProvider>[1] = {}): Authenticate {
  const oidc = readConfig({ OIDC_ISSUER: issuer.issuer, ...settings, ...environment }).oidc!;
  const provider = { settings: oidc, tokens: new IdentityProvider(oidc, limits) };
  return createAuthenticator({ reader: database.internalReader, keys: new TokenKeys(database.internalReader), provider });
}

const bearer = (token: string): string => `Bearer ${token}`;

/** A token as the provider signs it, but for the changes. */
async function signed(
  changes: Record<string, unknown> = {},
  header: { alg: string; kid?: string } = { alg: 'RS256', kid: 'one' },
  key?: CryptoKey | Uint8Array,
) {
  const nowSeconds = Math.floor(Date.now() / 1000);
  return new SignJWT({ iss: issuer.issuer, aud: audience, sub: 'u-1', iat: nowSeconds, exp: nowSeconds + 600, ...claims, ...changes })
    .setProtectedHeader(header)
    .sign(key ?? (await importJWK(keys[0]!, 'RS256')));
}

describe('a token of the identity provider', () => {
  it('lets its holder in, under issuer and subject, with the first role of the map that it names', async () => {
    const subject = `${issuer.issuer}|gov`;
    const token = bearer(await issuer.token());
    await expect(process()(token)).resolves.toEqual({ subject, role: 'PLANNER', unitKey: null, unitKeys: [] });
    await expect(process({ OIDC_JWKS_URI: `${issuer.issuer}/jwks` })(token)).resolves.toMatchObject({ subject });
    const reporter = process({ OIDC_ROLE_MAP: 'gov-report=REPORTER,gov-plan=PLANNER' });
    await expect(reporter(token)).resolves.toEqual({ subject, role: 'REPORTER', unitKey: unit, unitKeys: [unit] });
  });

  it('names roles and units in the ways that providers do', async () => {
    const cases: [Record<string, unknown>, Environment, object][] = [
      [{ roles: 'AUDITOR' }, { OIDC_ROLE_CLAIM: '', OIDC_ROLE_MAP: '' }, { role: 'AUDITOR' }],
      [
        { 'https://example.gov.cn/roles': ['a=b'] },
        { OIDC_ROLE_CLAIM: 'https://example.gov.cn/roles', OIDC_ROLE_MAP: 'a=b=REVIEWER' },
        { role: 'REVIEWER' },
      ],
      [{ office: globalId('Unit', unit) }, { OIDC_ROLE_MAP: 'gov-report=REPORTER' }, { role: 'REPORTER', unitKey: unit }],
      [{ office: ['100000/甲局', '100000/乙局'] }, { OIDC_ROLE_MAP: 'gov-report=REPORTER' }, { unitKey: unit }],
    ];
    for (const [changes, environment, viewer] of cases)
      await expect(process(environment)(bearer(await signed(changes)))).resolves.toMatchObject(viewer);
  });

  it('is FORBIDDEN where it gives no role, or none that is known to have a unit', async () => {
    const cases: [Record<string, unknown>, Environment][] = [
      [{ realm_access: { roles: ['everyone'] } }, {}],
      [{ realm_access: 'PLANNER' }, {}],
      [{ realm_access: undefined }, { OIDC_ROLE_CLAIM: 'constructor.name' }],
      [{ office: '100000/无此局' }, { OIDC_ROLE_MAP: 'gov-report=REPORTER' }],
      [{ office: undefined }, { OIDC_ROLE_MAP: 'gov-report=REPORTER' }],
    ];
    for (const [changes, environment] of cases)
      await expect(process(environment)(bearer(await signed(changes)))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is refused where it is expired, not valid yet, for another audience, of another issuer, or without a subject', async () => {
    const authenticate = process();
    const nowSeconds = Math.floor(Date.now() / 1000);
    await expect(authenticate(bearer(await signed()))).resolves.not.toBeNull();
    await expect(authenticate(bearer(await signed({ exp: nowSeconds - 5 })))).resolves.not.toBeNull();
    for (const changes of [
      { exp: nowSeconds - 60 },
      { exp: undefined },
      { nbf: nowSeconds + 60 },
      { aud: 'urn:other' },
      { aud: undefined },
      { iss: 'https://id.example.gov.cn' },
      { iss: `${issuer.issuer}/` },
      { iss: 'gongkai', aud: 'gongkai-internal' },
      { sub: undefined },
      { sub: '' },
    ])
      await expect(authenticate(bearer(await signed(changes)))).resolves.toBeNull();
  });

  it('is refused where nobody signed it, where its public key did as if it were a secret, or where another key did', async () => {
    const authenticate = process();
    const [head, body] = [Buffer.from('{"alg":"none"}').toString('base64url'), (await signed()).split('.')[1]!];
    await expect(authenticate(bearer(`${head}.${body}.`))).resolves.toBeNull();
    const { kty, n, e } = keys[0]!;
    const publicKey = (await importJWK({ kty, n, e }, 'RS256', { extractable: true })) as CryptoKey;
    const secrets = [await exportSPKI(publicKey), `${await exportSPKI(publicKey)}\n`, n!].map((text) => new TextEncoder().encode(text));
    for (const secret of secrets)
      await expect(authenticate(bearer(await signed({}, { alg: 'HS256', kid: 'one' }, secret)))).resolves.toBeNull();
    const stranger = (await importJWK(keys[1]!, 'RS256')) as CryptoKey;
    for (const kid of ['one', 'two', undefined])
      await expect(authenticate(bearer(await signed({}, { alg: 'RS256', ...(kid && { kid }) }, stranger)))).resolves.toBeNull();
  });

  it('counts for nothing once its account is disabled; the account decides on its role', async () => {
    const authenticate = process();
    const token = bearer(await signed({ sub: 'u-2' }));
    const subject = `${issuer.issuer}|u-2`;
    await database.owner.query(`insert into user_account (subject, role) values ($1, 'AUDITOR')`, [subject]);
    await expect(authenticate(token)).resolves.toMatchObject({ subject, role: 'AUDITOR' });
    const plain = bearer(await signed({ sub: 'u-2', realm_access: undefined }));
    await expect(authenticate(plain)).resolves.toMatchObject({ role: 'AUDITOR' });
    await database.owner.query(`update user_account set disabled_at = now() where subject = $1`, [subject]);
    await expect(authenticate(token)).resolves.toBeNull();
  });
});

describe('the identity provider', () => {
  it('changes its keys: the new one is asked for, the old one refused once it is published no more', async () => {
    const authenticate = process({}, { cooldownMs: 0 });
    const [old, fresh] = [
      bearer(await signed()),
      bearer(await signed({}, { alg: 'RS256', kid: 'two' }, await importJWK(keys[1]!, 'RS256'))),
    ];
    await expect(authenticate(old)).resolves.not.toBeNull();
    await expect(authenticate(fresh)).resolves.toBeNull();
    await issuer.stop();
    issuer = await startIssuer({ port, jwks: [keys[1]!, keys[0]!], audience, claims });
    for (const token of [fresh, old, bearer(await issuer.token())]) await expect(authenticate(token)).resolves.not.toBeNull();
    await issuer.stop();
    issuer = await startIssuer({ port, jwks: [keys[1]!], audience, claims });
    await expect(process()(fresh)).resolves.not.toBeNull();
    await expect(process()(old)).resolves.toBeNull();
    await issuer.stop();
    issuer = await startIssuer({ port, jwks: [keys[0]!], audience, claims });
  });

  it('that cannot be asked makes its tokens UNAVAILABLE, and no others; it is asked again as soon as it answers', async () => {
    const own = await tokenFor(database, { role: 'PLANNER' });
    const token = await issuer.token();
    const { issuer: address } = issuer;
    await issuer.stop();
    const app = await startApp(database, { OIDC_ISSUER: address, ...(settings as Record<string, string>) });
    const asked = '{ viewer { role } }';
    const unavailable = await app.send(token, asked);
    expect([unavailable.status, unavailable.body.errors[0].extensions.code, unavailable.headers.get('retry-after')]).toEqual([
      503,
      'UNAVAILABLE',
      '5',
    ]);
    expect((await app.send(own, asked)).status).toBe(200);
    expect((await app.send(null, asked)).status).toBe(401);
    issuer = await startIssuer({ port, jwks: [keys[0]!], audience, claims });
    expect(await app.data(token, asked)).toEqual({ viewer: { role: 'PLANNER' } });
    await app.close();
  });

  it('that hangs, errs or speaks of another issuer is one that cannot be asked', async () => {
    let answer: { status: number; body: string } | null = null;
    const server = createServer((_request, response) => {
      if (answer) response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const token = bearer(await signed({ iss: address }));
    const warnings: string[] = [];
    const limits = { timeoutMs: 50, warn: (_details: object, message: string) => warnings.push(message) };
    const answers = [null, { status: 500, body: '{}' }, { status: 200, body: 'no json' }, { status: 200, body: '{"keys":1}' }];
    const otherIssuer = { status: 200, body: JSON.stringify({ issuer: issuer.issuer, jwks_uri: `${issuer.issuer}/jwks` }) };
    for (answer of [...answers, otherIssuer])
      await expect(process({ OIDC_ISSUER: address }, limits)(token)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    for (answer of answers)
      await expect(process({ OIDC_ISSUER: address, OIDC_JWKS_URI: `${address}/jwks` }, limits)(token)).rejects.toMatchObject({
        code: 'UNAVAILABLE',
      });
    expect(warnings).toHaveLength(9);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
