import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../platform/config';
import type { Database } from '../platform/database';
import { lockForService } from '../platform/database/embedded';
import type { ProcessLock } from '../platform/lifecycle';
import { createLog, type Log } from '../platform/log';
import { FrontDoor } from './front-door';
import { ReleaseApart } from './release-apart';
import type { AppServer } from './server';
import { awaitStopRequest, type StopRequest } from './stop-request';

const retryEveryMs = 1_000;
/** Below the 15 seconds after which whoever asked us to stop may kill us. */
const stopTimeoutMs = 14_000;

/** What has been opened so far, in this order. The database may still be on its way. */
interface Opened {
  lock?: ProcessLock;
  door?: FrontDoor;
  database?: Promise<Database | null>;
  releases?: ReleaseApart;
  webhooks?: { close(): Promise<void> };
  upkeep?: { close(): Promise<void> };
  server?: AppServer;
}

/** Serves until asked to stop, then closes what was opened and ends the process. */
export async function serve(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const stop = awaitStopRequest(log);
  const opened: Opened = {};
  try {
    await Promise.race([boot(config, log, stop, opened), stop.came]);
  } catch (error) {
    await close(opened, log);
    throw error;
  }
  const code = await stop.came;
  await close(opened, log);
  process.exit(code);
}

/** Lock and port first: both fail at once, before anything is changed. */
async function boot(config: Config, log: Log, stop: StopRequest, opened: Opened): Promise<void> {
  if (config.databaseUrl === null) opened.lock = await lockForService(config.dataDir);
  opened.door = new FrontDoor();
  await opened.door.listen(config.host, config.port);
  opened.database = openWhenReachable(config, log, stop);
  const database = await opened.database;
  if (!database) return;
  const { placeOf } = await import('../platform/database');
  const { WebhookService } = await import('../ledger');
  const { Upkeep } = await import('./upkeep');
  const { seed } = await import('./seed');
  const { createServer } = await import('./server');
  await seed(database);
  const releases = (opened.releases = new ReleaseApart());
  const server = (opened.server = await createServer({ config, database, log, takeRelease: releases.take }));
  if (stop.hasCome) return;
  const webhooks = new WebhookService({ owner: database.owner, rules: config.webhookAllow, log });
  opened.webhooks = webhooks;
  webhooks.start();
  const upkeep = new Upkeep(database.owner, config, log);
  opened.upkeep = upkeep;
  upkeep.start();
  opened.door.open((request, response) => server.handle(request, response));
  const data = config.databaseUrl === null ? config.dataDir : placeOf(config.databaseUrl);
  process.stdout.write(`${whereEverythingIs(config.publicBaseUrl, data)}\n`);
}

/** The service may start before its database does. Null: it was asked to stop while it waited. */
async function openWhenReachable(config: Config, log: Log, stop: StopRequest): Promise<Database | null> {
  const { openDatabase, DatabaseUnreachable } = await import('../platform/database');
  const { databaseSchema } = await import('./database-schema');
  const say = (line: string) => log.info(line);
  for (let isFirst = true; !stop.hasCome; isFirst = false) {
    try {
      return await openDatabase(config, databaseSchema, { say, keepServerRunning: true });
    } catch (error) {
      if (!(error instanceof DatabaseUnreachable)) throw error;
      if (isFirst) log.warn(`${error.message}；持续重试 (trying again until it does)`);
      await Promise.race([sleep(retryEveryMs), stop.came]);
    }
  }
  return null;
}

/** The door first: the last requests still need the database. */
async function close(opened: Opened, log: Log): Promise<void> {
  const steps = [
    () => opened.door?.close(),
    () => opened.releases?.close(),
    () => opened.webhooks?.close(),
    () => opened.upkeep?.close(),
    () => opened.server?.close(),
    async () => (await opened.database?.catch(() => null))?.close(),
    () => opened.lock?.release(),
  ];
  const all = async () => {
    for (const step of steps) {
      try {
        await step();
      } catch (err) {
        log.warn({ err }, 'could not close cleanly');
      }
    }
  };
  await Promise.race([all(), sleep(stopTimeoutMs, undefined, { ref: false })]);
}

function whereEverythingIs(baseUrl: string, data: string): string {
  return [
    `公开 Gongkai ${baseUrl}/`,
    `公众接口 public API ${baseUrl}/public/graphql`,
    `内部接口 internal API ${baseUrl}/graphql`,
    `查询工具 explorer ${baseUrl}/explore`,
    `数据 data ${data}`,
  ].join(' · ');
}
