import { choresOf } from '../../src/app/upkeep';
import { forgetCommandKeys } from '../../src/platform/graphql';
import { Chores, type Chore } from '../../src/platform/jobs';
import { until } from '../support/child-process';
import { useTestDatabase } from '../support/database';
import { officers } from '../support/office';

const database = useTestDatabase({ seeded: true });
const office = officers(() => database);

const settings = { evidenceCheckDays: null, idempotencyKeyDays: 90, publicBaseUrl: 'http://localhost:4000' };

describe('an idempotency key', () => {
  const upsert = (name: string) =>
    office
      .administrator()
      .run('upsertUnit', { idempotencyKey: 'a key', regionCode: '511725', name, source: '渠委编〔2024〕1号' }, 'unit { id }');

  it('is kept as long as the installation says, and free again after that', async () => {
    const { unit } = await upsert('县测试办公室');
    await forgetCommandKeys(database.owner, 90);
    expect(await upsert('县测试办公室')).toEqual({ unit, userErrors: [] });
    expect(await upsert('县另一办公室')).toEqual({ error: 'CONFLICT' });
    await database.owner.query(`update command_key set created_at = created_at - interval '91 days'`);
    await forgetCommandKeys(database.owner, 90);
    expect((await upsert('县另一办公室')).unit.id).not.toBe(unit.id);
  });
});

describe('the chores of a service', () => {
  it('are taken on by default but for the links, which nobody asks for unless told to', () => {
    const cronOf = (evidenceCheckDays: number | null) =>
      choresOf(database.owner, { ...settings, evidenceCheckDays }, new AbortController().signal).map(({ name, cron }) => [
        name,
        cron !== null,
      ]);
    expect(cronOf(null)).toEqual([
      ['forget-command-keys', true],
      ['check-evidence', false],
    ]);
    expect(cronOf(30)).toContainEqual(['check-evidence', true]);
  });

  it('are done once when their time comes, however many processes there are, and not after they are put off', async () => {
    const done: string[] = [];
    const chore = (by: string, cron: string | null): Chore => ({
      name: 'a-chore',
      cron,
      expireInSeconds: 60,
      run: () => Promise.resolve(void done.push(by)),
    });
    const errors: Error[] = [];
    const processOf = (by: string, cron: string | null = '* * * * *') =>
      new Chores(database.owner, [chore(by, cron)], { onError: (error) => errors.push(error), lookEverySeconds: 1 });
    const processes = [processOf('first'), processOf('second')];
    for (const each of processes) await each.start();
    await until(() => Promise.resolve(done.length > 0));
    for (const each of processes) await each.stop(2_000);
    expect(done).toHaveLength(1);
    const third = processOf('third', null);
    await third.start();
    await third.stop(2_000);
    expect(await database.owner.query('select name from pgboss.schedule')).toEqual([]);
    expect(errors).toEqual([]);
  });
});
