import { appendAuditEvent, verifyAuditChain } from '../../src/audit';
import { databaseSchema } from '../../src/app/database-schema';
import { connectDatabase, type Database } from '../../src/platform/database';
import { useTestDatabase } from '../support/database';
import { startApp, tokenFor, type RunningApp } from '../support/internal-api';

const database = useTestDatabase({ keepRows: true });
let other: Database;
let apps: RunningApp[];
let administrator: string;

// Two processes of the service on one database, as far as it can tell.
beforeAll(async () => {
  other = await connectDatabase(database.ownerUrl, { name: database.publicRole, url: database.publicUrl }, [], databaseSchema);
  apps = [await startApp(database), await startApp(other)];
  administrator = await tokenFor(database, { role: 'ADMINISTRATOR', subject: 'admin' });
}, 60_000);

afterAll(async () => {
  for (const app of apps) await app.close();
  await other.close();
});

const creating = `mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id subject } userErrors { code } } }`;
const inParallel = <T>(count: number, run: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => run(index)));

it('one command sent twenty times at once, to two processes, is done once and answered alike', async () => {
  const input = { idempotencyKey: 'at-once', subject: 'only-one', role: 'PLANNER' };
  const answers = await inParallel(20, async (index) => (await apps[index % 2]!.send(administrator, creating, { input })).body);
  expect(answers[0].data.createUser).toEqual({ user: { id: expect.any(String), subject: 'only-one' }, userErrors: [] });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const counts = await database.owner.query(`select
    (select count(*)::int from user_account where subject = 'only-one') as accounts,
    (select count(*)::int from audit_event where action = 'user.create') as events,
    (select count(*)::int from command_key where key = 'at-once') as keys`);
  expect(counts).toEqual([{ accounts: 1, events: 1, keys: 1 }]);
});

it('one key for several commands at once belongs to one of them, and is CONFLICT to the others', async () => {
  const answers = await inParallel(8, async (index) => {
    const input = { idempotencyKey: 'contested', subject: `contested-${index}`, role: 'PLANNER' };
    return (await apps[index % 2]!.send(administrator, creating, { input })).body;
  });
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(answers.filter(({ errors }) => errors?.[0].extensions.code === 'CONFLICT')).toHaveLength(7);
  const [{ made }] = await database.owner.query(`select count(*)::int as made from user_account where subject like 'contested-%'`);
  expect(made).toBe(1);
});

it('a key belongs to who used it: that of another caller is another', async () => {
  const second = await tokenFor(database, { role: 'ADMINISTRATOR', subject: 'second' });
  for (const [token, subject] of [
    [administrator, 'mine'],
    [second, 'theirs'],
  ] as const) {
    const { createUser } = await apps[0]!.data(token, creating, { input: { idempotencyKey: 'shared', subject, role: 'PLANNER' } });
    expect(createUser.user.subject).toBe(subject);
  }
});

it('a refused command leaves its key free', async () => {
  const send = (unitId: string | null) =>
    apps[0]!.data(
      administrator,
      `mutation { createUser(input: { idempotencyKey: "retried", subject: "retried", role: ${unitId ? 'REPORTER' : 'PLANNER'}, unitId: ${JSON.stringify(unitId)} }) { user { subject } userErrors { code } } }`,
    );
  expect((await send('VW5pdDoxOTk5OTk5OTk5')).createUser.userErrors[0].code).toBe('NO_UNIT');
  expect((await send(null)).createUser).toEqual({ user: { subject: 'retried' }, userErrors: [] });
});

it('eight connections with twenty-five writes each leave two hundred events in one unbroken chain', async () => {
  const accounts = await database.owner.query<{ id: number }[]>(
    `insert into user_account (subject, role) select 'busy-' || n, 'PLANNER' from generate_series(1, 5) n returning id`,
  );
  const before = await countEvents();
  await inParallel(8, async (worker) => {
    const { owner } = worker % 2 === 0 ? database : other;
    for (let write = 0; write < 25; write += 1) {
      // Each locks its rows in the same order, the chain comes last: nobody waits for who waits for them.
      const [one, two] = [accounts[(worker + write) % 5]!.id, accounts[(worker + write * 3) % 5]!.id].sort((a, b) => a - b);
      await owner.transaction(async (manager) => {
        await manager.query('select from user_account where id in ($1, $2) order by id for update', [one, two]);
        await manager.query('update user_account set version = version + 1 where id = $1', [one]);
        await appendAuditEvent(manager, { actor: `w${worker}`, action: 'test.write', subject: String(one), payload: { write } });
      });
    }
  });
  expect((await countEvents()) - before).toBe(200);
  const [{ versions }] = await database.owner.query(
    `select sum(version - 1)::int as versions from user_account where subject like 'busy-%'`,
  );
  expect(versions).toBe(200);
  await expect(verifyAuditChain(database.owner)).resolves.toEqual([]);
});

async function countEvents(): Promise<number> {
  const [{ count }] = await database.owner.query('select count(*)::int as count from audit_event');
  return count;
}
