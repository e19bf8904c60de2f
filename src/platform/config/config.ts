import { resolve } from 'node:path';
import { z } from 'zod';
import { ExpectedFailure, exitCode } from '../lifecycle';
import { incompleteOidc, oidcSettings, oidcVariables, type OidcSettings } from './identity-provider';
import { amount, daysOrOff, postgresUrl, postgresUrls, switchedOn, insideAddresses, trustedProxies, webOrigin } from './settings';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything that can be set from outside. An empty variable counts as unset. */
const schema = z.object({
  DATABASE_URL: postgresUrl().optional(),
  PUBLIC_DATABASE_URL: postgresUrl().optional(),
  DATABASE_REPLICA_URLS: postgresUrls().default([]),
  PORT: amount(1, 65_535).default(4000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9._:-]+$/, '应为主机名或地址 (a host name or address)')
    .default('127.0.0.1'),
  PUBLIC_BASE_URL: webOrigin().optional(),
  PUBLIC_RATE_LIMIT_PER_MINUTE: amount(1, 10_000_000).default(600),
  TRUST_PROXY: trustedProxies().default(false),
  PUBLIC_CACHE: switchedOn().default(true),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      '应为 fatal、error、warn、info、debug、trace 或 silent (one of these)',
    )
    .default('info'),
  WEBHOOK_ALLOW: insideAddresses().default({ hosts: [], networks: [] }),
  EVIDENCE_CHECK_DAYS: daysOrOff().default(null),
  IDEMPOTENCY_KEY_DAYS: amount(7, 3_650).default(90),
  GONGKAI_DATA_DIR: z.string().optional(),
  ...oidcVariables,
});

export interface Config {
  /** Null: the embedded PostgreSQL under `dataDir`. */
  databaseUrl: string | null;
  /** Null: the public role is created and its password derived. */
  publicDatabaseUrl: string | null;
  databaseReplicaUrls: readonly string[];
  port: number;
  host: string;
  /** Without a slash at its end. */
  publicBaseUrl: string;
  publicRateLimitPerMinute: number;
  /** As Fastify takes it: off, on, a number of hops, or a comma-separated list of addresses. */
  trustProxy: boolean | number | string;
  publicCache: boolean;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** What webhooks may call inside, closed to them otherwise. */
  webhookAllow: { hosts: readonly string[]; networks: readonly string[] };
  /** After how many days links to evidence are asked for again; null: never. */
  evidenceCheckDays: number | null;
  /** How long the same command under the same key is not done again. */
  idempotencyKeyDays: number;
  /** Absolute. */
  dataDir: string;
  /** Null: Gongkai's own tokens alone. */
  oidc: OidcSettings | null;
}

/** Reads and checks the whole configuration. The first wrong value is named; values of URLs are not echoed, they hold passwords. */
export function readConfig(environment: Environment = process.env, { dataDir = './.data' } = {}): Config {
  const known = Object.keys(schema.shape).map((name) => [name, environment[name]?.trim() || undefined]);
  const parsed = schema.safeParse(Object.fromEntries(known));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ExpectedFailure(`配置有误 wrong setting ${issue?.path.join('.')}: ${issue?.message}`, exitCode.configuration);
  }
  const settings = parsed.data;
  const missing = incompleteOidc(settings);
  if (missing) throw new ExpectedFailure(`配置有误 wrong setting ${missing.variable}: ${missing.message}`, exitCode.configuration);
  return {
    databaseUrl: settings.DATABASE_URL ?? null,
    publicDatabaseUrl: settings.PUBLIC_DATABASE_URL ?? null,
    databaseReplicaUrls: settings.DATABASE_REPLICA_URLS,
    port: settings.PORT,
    host: settings.HOST,
    publicBaseUrl: settings.PUBLIC_BASE_URL ?? localOrigin(settings.HOST, settings.PORT),
    publicRateLimitPerMinute: settings.PUBLIC_RATE_LIMIT_PER_MINUTE,
    trustProxy: settings.TRUST_PROXY,
    publicCache: settings.PUBLIC_CACHE,
    logLevel: settings.LOG_LEVEL,
    webhookAllow: settings.WEBHOOK_ALLOW,
    evidenceCheckDays: settings.EVIDENCE_CHECK_DAYS,
    idempotencyKeyDays: settings.IDEMPOTENCY_KEY_DAYS,
    dataDir: resolve(settings.GONGKAI_DATA_DIR ?? dataDir),
    oidc: oidcSettings(settings),
  };
}

function localOrigin(host: string, port: number): string {
  const isLocal = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host);
  return `http://${isLocal ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}
