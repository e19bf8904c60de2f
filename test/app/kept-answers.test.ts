import { createServer as createHttp, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type AppServer } from '../../src/app/server';
import { readConfig } from '../../src/platform/config';
import { createLog } from '../../src/platform/log';
import { until } from '../support/child-process';
import { useTestDatabase } from '../support/database';

const database = useTestDatabase({ seeded: true });

/** A service of its own on the shared database, with the number of statements that its public answers took. */
class Service {
  statements = 0;
  private constructor(
    private readonly app: AppServer,
    private readonly http: Server,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<Service> {
    const counted = { rows: <T>(sql: string, params?: readonly unknown[]) => service.count<T>(sql, params), audience: 'public' as const };
    const app = await createServer({
      config: readConfig({ PUBLIC_RATE_LIMIT_PER_MINUTE: '100000', ...settings }),
      database: Object.create(database, { publicReader: { value: counted } }) as typeof database,
      log: createLog('silent'),
    });
    const http = createHttp((request, response) => app.handle(request, response)).listen(0, '127.0.0.1');
    await new Promise((resolve) => http.once('listening', resolve));
    const service = new Service(app, http);
    return service;
  }

  count<T>(sql: string, params?: readonly unknown[]): Promise<T[]> {
    this.statements += 1;
    return database.publicReader.rows<T>(sql, params);
  }

  async ask(query: string): Promise<{ text: string; statements: number }> {
    const before = this.statements;
    const { port } = this.http.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/public/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return { text: await response.text(), statements: this.statements - before };
  }

  async page(path: string): Promise<{ text: string; statements: number }> {
    const before = this.statements;
    const response = await fetch(`http://127.0.0.1:${(this.http.address() as AddressInfo).port}${path}`);
    return { text: await response.text(), statements: this.statements - before };
  }

  /** Until the service hears of changes and keeps what it answers. */
  async isKeeping(query: string): Promise<void> {
    await until(async () => (await this.ask(query)).statements === 0);
  }

  async close(): Promise<void> {
    await this.app.close();
    await new Promise((resolve) => this.http.close(resolve));
  }
}

const services: Service[] = [];
const start = async (settings?: Record<string, string>) => {
  const service = await Service.start(settings);
  services.push(service);
  return service;
};

afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.close()));
});

const titles = '{ plans(first: 100) { nodes { title } } }';

test('a question asked again is answered without the database, the same to the letter', async () => {
  const service = await start();
  const first = await service.ask(titles);
  await service.isKeeping(titles);
  expect((await service.ask(titles)).text).toBe(first.text);
  expect((await service.ask('{ plans(first: 99) { nodes { title } } }')).statements).toBeGreaterThan(0);
});

test('what a page asked is kept too, until the data changes', async () => {
  const service = await start();
  const first = await service.page('/plans');
  await until(async () => (await service.page('/plans')).statements === 0);
  expect((await service.page('/plans')).text).toBe(first.text);
  await database.owner.query(`update plan set title = title || '（再更正）' where id = (select max(id) from plan)`);
  await until(async () => (await service.page('/plans')).statements > 0);
  expect((await service.page('/plans')).text).not.toBe(first.text);
});

test('a change made elsewhere reaches every service that keeps answers', async () => {
  const [one, other] = [await start(), await start()];
  await one.isKeeping(titles);
  await other.isKeeping(titles);
  await database.owner.query(`update plan set title = title || '（更正）' where id = (select min(id) from plan)`);
  for (const service of [one, other]) await until(async () => (await service.ask(titles)).text.includes('（更正）'));
});

test('errors and what differs by request are not kept', async () => {
  const service = await start();
  await service.isKeeping(titles);
  const limit = '{ plans(first: 1) { nodes { id } } rateLimit { remaining } }';
  const remaining = async () =>
    (JSON.parse((await service.ask(limit)).text) as { data: { rateLimit: { remaining: number } } }).data.rateLimit.remaining;
  expect(await remaining()).toBeGreaterThan(await remaining());
  const refused = '{ plans(first: 1000) { nodes { id } } }';
  expect((await service.ask(refused)).text).toContain('BAD_USER_INPUT');
  expect((await service.ask(refused)).text).toContain('BAD_USER_INPUT');
});

test('whoever does not hear of changes keeps nothing', async () => {
  const service = await start();
  await service.isKeeping(titles);
  await database.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like '%changes%'`,
  );
  await until(async () => (await service.ask(titles)).statements > 0);
  await service.isKeeping(titles);
});

test('PUBLIC_CACHE=off keeps nothing', async () => {
  const service = await start({ PUBLIC_CACHE: 'off' });
  for (let time = 0; time < 3; time += 1) expect((await service.ask(titles)).statements).toBeGreaterThan(0);
});
