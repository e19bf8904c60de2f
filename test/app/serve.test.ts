import { readFileSync } from 'node:fs';
import { createServer, connect, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { verifyAuditChain } from '../../src/audit';
import { isAlive } from '../../src/platform/lifecycle';
import { startNode, until, type Finished, type Running } from '../support/child-process';
import { makeDataFolder, removeDataFolder } from '../support/data-folder';
import { freePort } from '../support/free-port';
import { useTestDatabase } from '../support/database';
import { tokenFor } from '../support/internal-api';

jest.setTimeout(120_000);

const running: Running[] = [];

afterEach(async () => {
  for (const { child, finished } of running.splice(0)) {
    child.kill('SIGKILL');
    await finished;
  }
});

interface Service extends Running {
  port: number;
  status(path: string): Promise<number | null>;
  /** Ready means that the first line has been printed. */
  ready(): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<Finished & { afterMs: number }>;
}

async function startService(environment: Readonly<Record<string, string>>): Promise<Service> {
  const port = await freePort();
  const service = startNode(['src/app/main.ts'], { PORT: String(port), ...environment });
  running.push(service);
  return {
    ...service,
    port,
    status: (path) =>
      fetch(`http://127.0.0.1:${port}${path}`).then(
        (response) => response.status,
        () => null,
      ),
    ready: () => until(() => service.output.stdout.includes('\n') || service.child.exitCode !== null, 60_000),
    async stop(signal = 'SIGTERM') {
      const begun = Date.now();
      service.child.kill(signal);
      return { ...(await service.finished), afterMs: Date.now() - begun };
    },
  };
}

describe('on the embedded database', () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = makeDataFolder();
  });
  afterAll(() => removeDataFolder(dataDir));

  /** 0 while no server runs, or one is about to. */
  const serverPid = () => {
    try {
      return Number(readFileSync(join(dataDir, 'postgresql', 'postmaster.pid'), 'utf8').split('\n')[0]);
    } catch {
      return 0;
    }
  };

  test('it says where everything is, survives the death of its database, and leaves nothing running', async () => {
    const service = await startService({ GONGKAI_DATA_DIR: dataDir });
    await until(async () => (await service.status('/healthz')) === 200);
    expect(await service.status('/readyz')).toBe(503);
    await service.ready();
    expect(service.output.stdout).toMatch(/^[^\n]*\/public\/graphql[^\n]*\/explore[^\n]*\n$/);
    expect(service.output.stdout).toContain(dataDir);
    expect(await service.status('/readyz')).toBe(200);

    const killed = serverPid();
    process.kill(killed, 'SIGKILL');
    expect(await service.status('/healthz')).toBe(200);
    // The service may have it running again before anybody can see that it was away.
    await until(() => ![0, killed].includes(serverPid()), 15_000);
    await until(async () => (await service.status('/readyz')) === 200, 15_000);

    const pid = serverPid();
    const { code, afterMs, stderr } = await service.stop();
    expect(code).toBe(0);
    expect(afterMs).toBeLessThan(15_000);
    expect(stderr).toBe('');
    await until(() => !isAlive(pid));
  });

  test('a request that has begun when it is asked to stop is answered', async () => {
    const service = await startService({ GONGKAI_DATA_DIR: dataDir });
    await service.ready();
    const body = JSON.stringify({ query: '{ plans { totalCount } }' });
    const socket = connect(service.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.write(
      `POST /public/graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    socket.write(body.slice(0, 5));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const stopped = service.stop();
    await until(async () => (await service.status('/healthz')) === null);
    socket.write(body.slice(5));
    expect((await stopped).code).toBe(0);
    expect(answer).toMatch(/^HTTP\/1\.1 200 [^]*"totalCount":5/);
  });

  test('after kill -9 the next start takes over lock and database', async () => {
    const killed = await startService({ GONGKAI_DATA_DIR: dataDir });
    await killed.ready();
    const pid = serverPid();
    await killed.stop('SIGKILL');
    const next = await startService({ GONGKAI_DATA_DIR: dataDir });
    await next.ready();
    expect(serverPid()).toBe(pid);
    expect(await next.status('/readyz')).toBe(200);
    expect((await next.stop('SIGINT')).code).toBe(0);
  });

  test('asked to stop while it starts, it stops', async () => {
    const service = await startService({ GONGKAI_DATA_DIR: dataDir });
    await until(async () => (await service.status('/healthz')) === 200);
    const { code, stdout } = await service.stop();
    expect(code).toBe(0);
    expect(stdout).toBe('');
  });
});

describe('on an external database', () => {
  const database = useTestDatabase({ seeded: true });

  /** Stands between the service and its database, and can be away. */
  class Gateway {
    private server: Server | null = null;
    private readonly sockets = new Set<Socket>();

    constructor(private readonly port: number) {}

    async open(): Promise<void> {
      const target = new URL(database.ownerUrl);
      this.server = createServer((socket) => {
        const other = connect(Number(target.port), target.hostname);
        for (const one of [socket, other]) {
          this.sockets.add(one);
          one.on('error', () => {}).on('close', () => [socket, other].forEach((each) => each.destroy()));
        }
        socket.pipe(other).pipe(socket);
      });
      await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    }

    close(): void {
      this.server?.close();
      for (const socket of this.sockets) socket.destroy();
    }
  }

  test('it starts before its database, waits for it, and outlives its absence', async () => {
    const port = await freePort();
    const through = (url: string) => Object.assign(new URL(url), { port: String(port) }).href;
    const gateway = new Gateway(port);
    const service = await startService({ DATABASE_URL: through(database.ownerUrl), PUBLIC_DATABASE_URL: through(database.publicUrl) });
    await until(() => service.output.stderr.includes('does not answer'));
    expect([await service.status('/healthz'), await service.status('/readyz')]).toEqual([200, 503]);
    expect(service.output.stderr.split('\n')).toHaveLength(2);

    await gateway.open();
    await until(async () => (await service.status('/readyz')) === 200, 15_000);
    gateway.close();
    await until(async () => (await service.status('/readyz')) === 503, 5_000);
    expect(await service.status('/healthz')).toBe(200);
    await gateway.open();
    await until(async () => (await service.status('/readyz')) === 200, 15_000);
    gateway.close();
    expect((await service.stop()).code).toBe(0);
  });

  test('asked to stop while writes come in, it has done all that it answered, and nothing by halves', async () => {
    const token = await tokenFor(database, { role: 'ADMINISTRATOR' });
    const service = await startService({ DATABASE_URL: database.ownerUrl, PUBLIC_DATABASE_URL: database.publicUrl });
    await service.ready();
    const query = 'mutation ($input: CreateUserInput!) { createUser(input: $input) { user { subject } } }';
    const answered: string[] = [];
    const write = async (subject: string): Promise<void> => {
      const response = await fetch(`http://127.0.0.1:${service.port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables: { input: { idempotencyKey: subject, subject, role: 'PLANNER' } } }),
      });
      const { data } = (await response.json()) as { data?: { createUser: { user: { subject: string } } } };
      if (data) answered.push(data.createUser.user.subject);
    };
    const writes = Array.from({ length: 60 }, (_, index) => write(`stopping-${index}`));
    await Promise.race(writes);
    expect((await service.stop()).code).toBe(0);
    await Promise.allSettled(writes);

    const done = await database.owner.query<{ subject: string; events: number; keys: number }[]>(
      `select u.subject, (select count(*)::int from audit_event e where e.action = 'user.create' and e.payload::text like '%"' || u.subject || '"%') as events,
         (select count(*)::int from command_key k where k.key = u.subject) as keys
       from user_account u where u.subject like 'stopping-%'`,
    );
    expect(answered.length).toBeGreaterThan(0);
    expect(done.map(({ subject }) => subject)).toEqual(expect.arrayContaining(answered));
    expect(done.filter(({ events, keys }) => events !== 1 || keys !== 1)).toEqual([]);
    const [{ events }] = await database.owner.query<[{ events: number }]>(
      `select count(*)::int as events from audit_event where action = 'user.create'`,
    );
    expect(events).toBe(done.length);
    expect(await verifyAuditChain(database.owner)).toEqual([]);
  });
});
