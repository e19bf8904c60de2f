import { resolve } from 'node:path';
import { readConfig, type Environment } from '../../../src/platform/config';
import { ExpectedFailure } from '../../../src/platform/lifecycle';

function failure(environment: Environment): ExpectedFailure {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ExpectedFailure) return error;
    throw error;
  }
  throw new Error('The configuration was accepted');
}

test('nothing set: the embedded database, port 4000 on this machine alone', () => {
  expect(readConfig({})).toEqual({
    databaseUrl: null,
    publicDatabaseUrl: null,
    databaseReplicaUrls: [],
    port: 4000,
    host: '127.0.0.1',
    publicBaseUrl: 'http://localhost:4000',
    publicRateLimitPerMinute: 600,
    trustProxy: false,
    publicCache: true,
    logLevel: 'info',
    webhookAllow: { hosts: [], networks: [] },
    evidenceCheckDays: null,
    idempotencyKeyDays: 90,
    dataDir: resolve('.data'),
    oidc: null,
  });
});

test('an empty variable is as good as none', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: ' ' })).toEqual(readConfig({}));
});

test.each([
  [{ HOST: '0.0.0.0', PORT: '80' }, 'http://localhost:80'],
  [{ HOST: 'data.example.cn' }, 'http://data.example.cn:4000'],
  [{ HOST: 'fd00::1' }, 'http://[fd00::1]:4000'],
  [{ PUBLIC_BASE_URL: 'https://data.example.cn/gk//' }, 'https://data.example.cn/gk'],
])('addresses under %j begin with %s', (environment, expected) => {
  expect(readConfig(environment).publicBaseUrl).toBe(expected);
});

test.each([
  ['off', false],
  ['on', true],
  ['false', false],
  ['true', true],
  ['2', 2],
  ['10.0.0.0/8, ::1', '10.0.0.0/8,::1'],
])('TRUST_PROXY=%s', (text, expected) => {
  expect(readConfig({ TRUST_PROXY: text }).trustProxy).toBe(expected);
});

test('WEBHOOK_ALLOW names hosts and networks', () => {
  expect(readConfig({}).webhookAllow).toEqual({ hosts: [], networks: [] });
  expect(readConfig({ WEBHOOK_ALLOW: 'OA.example.gov.cn, 10.20.0.0/16,::1' }).webhookAllow).toEqual({
    hosts: ['oa.example.gov.cn'],
    networks: ['10.20.0.0/16', '::1'],
  });
});

test('an identity provider: roles by their own names unless words for them are given', () => {
  const issuer = { OIDC_ISSUER: 'https://id.example.gov.cn/realms/gov/', OIDC_AUDIENCE: 'gongkai' };
  expect(readConfig(issuer).oidc).toMatchObject({ issuer: issuer.OIDC_ISSUER, jwksUri: null, roleClaim: 'roles', unitClaim: null });
  expect(readConfig(issuer).oidc?.roleMap).toContainEqual(['PLANNER', 'PLANNER']);
  expect(readConfig({ ...issuer, OIDC_ROLE_MAP: ' a=b=AUDITOR , 编制=PLANNER' }).oidc?.roleMap).toEqual([
    ['a=b', 'AUDITOR'],
    ['编制', 'PLANNER'],
  ]);
});

test.each([
  [{ OIDC_ISSUER: 'https://id.example.gov.cn' }, /OIDC_AUDIENCE/],
  [{ OIDC_ROLE_CLAIM: 'roles' }, /OIDC_ISSUER/],
  [{ OIDC_ISSUER: 'gongkai', OIDC_AUDIENCE: 'a' }, /OIDC_ISSUER/],
  [{ OIDC_ISSUER: 'https://id.example.gov.cn?x=1', OIDC_AUDIENCE: 'a' }, /OIDC_ISSUER/],
  [{ OIDC_ISSUER: 'https://id.example.gov.cn', OIDC_AUDIENCE: 'a', OIDC_ROLE_MAP: 'gov=KING' }, /OIDC_ROLE_MAP.*PLANNER/],
  [{ OIDC_ISSUER: 'https://id.example.gov.cn', OIDC_AUDIENCE: 'a', OIDC_ROLE_MAP: '=PLANNER' }, /OIDC_ROLE_MAP/],
])('an identity provider that is half set, %j, is one line', (environment: Environment, words) => {
  expect(failure(environment).message).toMatch(words);
  expect(failure(environment).exitCode).toBe(78);
});

test.each([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '40a'],
  ['PORT', '-1'],
  ['HOST', 'a b'],
  ['DATABASE_URL', 'mysql://u:geheim@h/db'],
  ['DATABASE_URL', 'postgres://u:geheim@h'],
  ['DATABASE_URL', 'postgres://u:geheim%@h/db'],
  ['DATABASE_URL', 'geheim'],
  ['PUBLIC_DATABASE_URL', 'http://u:geheim@h/db'],
  ['DATABASE_REPLICA_URLS', 'postgres://h/db,geheim'],
  ['PUBLIC_BASE_URL', 'ftp://h'],
  ['PUBLIC_BASE_URL', 'https://h/?a=1'],
  ['PUBLIC_RATE_LIMIT_PER_MINUTE', '0'],
  ['PUBLIC_RATE_LIMIT_PER_MINUTE', '10000001'],
  ['TRUST_PROXY', 'yes'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['WEBHOOK_ALLOW', '10.0.0.0/33'],
  ['WEBHOOK_ALLOW', 'http://oa.example.gov.cn'],
  ['PUBLIC_CACHE', '1'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused in one line that names it and does not repeat a secret, with exit code 78', (name, value) => {
  const { message, exitCode } = failure({ [name]: value });
  expect(message).toContain(name);
  expect(message).not.toMatch(/\n|geheim/);
  expect(exitCode).toBe(78);
});

test('an address by socket needs no host', () => {
  expect(readConfig({ DATABASE_URL: 'postgres:///gongkai?host=/run/postgresql' }).databaseUrl).toBe(
    'postgres:///gongkai?host=/run/postgresql',
  );
});
