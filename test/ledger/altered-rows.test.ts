import { brokenRules } from '../../src/app/standing-rules';
import { publishRelease } from '../../src/open-data';
import { gongkai } from '../support/child-process';
import { useTestDatabase } from '../support/database';
import { aLedgerPlan, reportPublicly, setToday, type LedgerPlan } from '../support/ledger-plan';

const database = useTestDatabase({ seeded: true });

let plan: LedgerPlan;

beforeAll(async () => {
  await setToday(database, '2024-06-15');
  plan = await aLedgerPlan(database);
  await reportPublicly(database, plan.of(1, '县教育局'), {
    status: 'COMPLETED',
    completedOn: '2024-06-01',
    evidence: [{ url: 'https://www.gov.cn/a', title: '公开页面' }],
  });
});

describe('one row that was altered past the service is named', () => {
  const obligation = () => `id = ${plan.of(1, '县教育局').key}`;

  it.each<[what: string, named: RegExp, alter: () => string, undo: () => string]>([
    [
      'how far an obligation is',
      /as far as its latest public report says: obligation \d+$/,
      () => `update obligation set progress = 'IN_PROGRESS', completed_on = null where ${obligation()}`,
      () => `update obligation set progress = 'COMPLETED', completed_on = '2024-06-01' where ${obligation()}`,
    ],
    [
      'the day by which it is due',
      /is that of its task, or one to which it was put off: obligation \d+$/,
      () => `update obligation set due_on = due_on + 30 where ${obligation()}`,
      () => `update obligation set due_on = due_on - 30 where ${obligation()}`,
    ],
    [
      'the first day of its ledger',
      /before the ledger of its plan opened: obligation \d+$/,
      () => `update obligation set ledger_since = '2023-01-01' where ${obligation()}`,
      () => `update obligation set ledger_since = '2024-01-01' where ${obligation()}`,
    ],
    [
      'how far a task is',
      /as far as the obligations on which it rests: task \d+$/,
      () => `update task set progress = 'COMPLETED' where plan_id = ${plan.key} and number = 4`,
      () => `update task set progress = 'NONE' where plan_id = ${plan.key} and number = 4`,
    ],
    [
      'which entry counts',
      /the latest public report counts, and one alone: entry \d+$/,
      () => `update ledger_entry set is_current = false where plan_id = ${plan.key}`,
      () => `update ledger_entry set is_current = true where plan_id = ${plan.key}`,
    ],
    [
      'whether an entry is public',
      /public exactly when they and their plan are: entry \d+$/,
      () => `update ledger_entry set published = false where plan_id = ${plan.key}`,
      () => `update ledger_entry set published = true where plan_id = ${plan.key}`,
    ],
    [
      'of which link something was found',
      /is of the link reported: evidence 1 of entry \d+$/,
      () => `update evidence_check set url = 'https://www.gov.cn/b'`,
      () => `update evidence_check set url = 'https://www.gov.cn/a'`,
    ],
    [
      'the day on which a task falls due',
      /falls due on its day, and on no other: task \d+$/,
      () =>
        `update task_occurrence set due_on = due_on + 1000 where task_id = (select id from task where plan_id = ${plan.key} and number = 2)`,
      () =>
        `update task_occurrence set due_on = due_on - 1000 where task_id = (select id from task where plan_id = ${plan.key} and number = 2)`,
    ],
    [
      'a kept figure',
      /the kept figures are those of the public rows: plan \d+$/,
      () =>
        `update published_figure set task_count = task_count + 1 where ctid = (select min(ctid) from published_figure where plan_id = ${plan.key})`,
      () =>
        `update published_figure set task_count = task_count - 1 where plan_id = ${plan.key} and task_count = (select max(task_count) from published_figure where plan_id = ${plan.key})`,
    ],
  ])('%s', async (_what, named, alter, undo) => {
    await database.tamper(alter());
    const found = await brokenRules(database.owner);
    await database.tamper(undo());
    expect(found).toContainEqual(expect.stringMatching(named));
  });
});

describe('gongkai verify', () => {
  const verify = () => gongkai(['verify'], { DATABASE_URL: database.ownerUrl });

  it('says that all is whole, and ends with 1 and a line for each altered row: an event, a release, a kept figure', async () => {
    await database.owner.transaction((manager) => publishRelease(manager, database.publicSnapshot, { actor: 'test' }));
    expect(await verify()).toMatchObject({ code: 0, stdout: '完好 no violation\n' });
    await database.tamper(
      `update audit_event set actor = actor || '!' where id = (select max(id) from audit_event)`,
      `update release set created_at = created_at - interval '1 day'`,
      `update published_figure set task_count = task_count + 1 where ctid = (select min(ctid) from published_figure where plan_id = ${plan.key})`,
    );
    const { code, stdout } = await verify();
    expect(code).toBe(1);
    for (const named of [/^audit event \d+: altered$/m, /^release 1: dated other/m, new RegExp(`kept figures .*: plan ${plan.key}$`, 'm')])
      expect(stdout).toMatch(named);
  });
});
