import { brokenRules } from '../../src/app/standing-rules';
import type { ImportOutcome } from '../../src/intake';
import { useTestDatabase } from '../support/database';
import { importText, planText } from '../support/draft-plan';
import { aReport, readLedgerPlan, reportPublicly } from '../support/ledger-plan';
import { officers } from '../support/office';
import { answer, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const office = officers(() => database);

const rows = [
  '1\t主动公开\t公开学校招生信息，全年不少于2次。\t县教育局、县财政局\t2024年9月底',
  '2\t主动公开\t公开财政预算。\t县财政局，各乡镇人民政府\t及时公开',
  '3\t依申请公开\t规范办理依申请公开。\t县政府办公室\t长期坚持',
];

/** Task 1 is due later, 2 is gone, one came before 3. */
const amended = [
  '1\t主动公开\t公开学校招生信息，全年不少于2次。\t县教育局、县财政局\t2024年10月底',
  '2\t重大决策\t公布重大行政决策目录。\t县政府办公室\t2024年6月底',
  '3\t依申请公开\t规范办理依申请公开。\t县政府办公室\t长期坚持',
];

const taskFields = 'id number version text endedOn deadline { text kind dueOn } responsibilities { id unit { name } group { expression } }';
const versionFields = `id number state importedBy publishedAt sourceDocument { sha256 mediaType } conflicts { field kept document task { number } }
  diff { sameReading addedCount removedCount changedCount changes { nodes { kind text task { id } fields { field before after } } } }`;

async function planNow(id: string): Promise<Data> {
  const { node } = await answer(
    database.internalReader,
    `query ($id: ID!) { node(id: $id) { ... on Plan { state version documentNumber sourceDocument { sha256 }
      tasks { nodes { ${taskFields} } } categories { path } versions { nodes { ${versionFields} } } } } }`,
    { id },
  );
  return node;
}

async function planInPublic(id: string): Promise<Data> {
  const { node } = await answer(
    database.publicReader,
    `query ($id: ID!) { node(id: $id) { ... on Plan { tasks { nodes { number text } } versions { totalCount nodes { number state sourceDocument { sha256 }
      diff { sameReading changes { totalCount nodes { kind } } } } } } } }`,
    { id },
  );
  return node;
}

const textsOf = ({ tasks }: Data): string[] => tasks.nodes.map(({ text }: Data) => text);
const idsOf = ({ tasks }: Data): Record<string, string> =>
  Object.fromEntries(tasks.nodes.map(({ id, text }: Data) => [text.slice(0, 4), id]));
const codes = ({ problems }: ImportOutcome): string[] => problems.map(({ code }) => code);

const publish = (planId: string): Promise<Data> =>
  office.administrator().run('publishPlan', { planId, override: { reason: '测试' } }, 'plan { state }');

/** All four stages, each by another person. */
async function reviewAll(subjectId: string): Promise<void> {
  for (const stage of [1, 2, 3, 4]) {
    const decision = stage === 3 ? 'DISCLOSE' : 'APPROVE';
    const decided = await office.reviewer(`reviewer ${stage}`).run('reviewItem', { subjectId, stage, decision }, 'submission { state }');
    if (!decided.submission) throw new Error(JSON.stringify(decided));
  }
}

let number = 500;
const nextNumber = (): number => (number += 1);

afterEach(async () => {
  expect(await brokenRules(database.owner)).toEqual([]);
});

describe('another document of a draft plan', () => {
  it('the same file changes nothing and says that it is here', async () => {
    const text = planText(nextNumber(), rows);
    const first = await importText(database, text);
    const before = await planNow(first.planId);
    const second = await importText(database, text);
    expect(second).toMatchObject({ created: false, planId: first.planId, version: { number: 1, isNew: false } });
    expect(codes(second)).toEqual(['FILE_EXISTS']);
    expect(await planNow(first.planId)).toEqual(before);
  });

  it('in other bytes with the same words is a version that changes nothing', async () => {
    const text = planText(nextNumber(), rows);
    const first = await importText(database, text);
    const before = await planNow(first.planId);
    const second = await importText(database, text.replaceAll('\n', '\r\n'));
    expect(second).toMatchObject({ created: false, planId: first.planId, version: { number: 2, isNew: true, changes: [] } });
    const after = await planNow(first.planId);
    expect(after.tasks).toEqual(before.tasks);
    expect(after.versions.nodes).toMatchObject([
      { number: 2, state: 'CURRENT', importedBy: 'test', diff: { sameReading: true, changedCount: 0 } },
      { number: 1, state: 'SUPERSEDED', diff: null },
    ]);
    expect(after.versions.nodes[0].sourceDocument).toMatchObject(after.sourceDocument);
  });

  it('that was amended changes what differs, and its tasks keep their ids', async () => {
    const at = nextNumber();
    const first = await importText(database, planText(at, rows));
    const before = await planNow(first.planId);
    const second = await importText(database, planText(at, amended));
    expect(second).toMatchObject({ created: false, published: false, version: { number: 2, isNew: true } });
    const after = await planNow(first.planId);
    expect(textsOf(after)).toEqual(['公开学校招生信息，全年不少于2次。', '公布重大行政决策目录。', '规范办理依申请公开。']);
    expect(idsOf(after)).toMatchObject({ 公开学校: idsOf(before)['公开学校'], 规范办理: idsOf(before)['规范办理'] });
    expect(after.tasks.nodes[0]).toMatchObject({
      version: 2,
      deadline: { dueOn: '2024-10-31' },
      responsibilities: before.tasks.nodes[0].responsibilities,
    });
    expect(after.categories).toEqual([{ path: ['主动公开'] }, { path: ['重大决策'] }, { path: ['依申请公开'] }]);
    expect(after.versions.nodes[0].diff).toEqual({
      ...{ sameReading: false, addedCount: 1, removedCount: 1, changedCount: 1 },
      changes: {
        nodes: [
          {
            kind: 'TASK_CHANGED',
            text: '公开学校招生信息，全年不少于2次。',
            task: { id: after.tasks.nodes[0].id },
            fields: [
              { field: 'deadline.text', before: '2024年9月底', after: '2024年10月底' },
              { field: 'deadline.dueOn', before: '2024-09-30', after: '2024-10-31' },
            ],
          },
          { kind: 'TASK_ADDED', text: '公布重大行政决策目录。', task: { id: after.tasks.nodes[1].id }, fields: [] },
          { kind: 'TASK_REMOVED', text: '公开财政预算。', task: null, fields: [] },
        ],
      },
    });
  });

  it('keeps what people corrected, added and took out, and tells where the document says otherwise', async () => {
    const at = nextNumber();
    const { planId } = await importText(database, planText(at, rows));
    const planner = office.planner();
    const { tasks, version } = await planNow(planId);
    const [first, second, third] = tasks.nodes;
    await planner.run(
      'editTask',
      { taskId: first.id, version: first.version, deadline: { dueOn: '2024-09-15', precision: 'DAY' } },
      'task { id }',
    );
    await planner.run('editTask', { taskId: third.id, version: third.version, text: '规范办理依申请公开，按期答复。' }, 'task { id }');
    await planner.run('removeTask', { taskId: second.id, version: second.version }, 'plan { id }');
    const added = await planner.run('addTask', { planId, version: version + 3, number: 2, text: '补录的任务。' }, 'task { id }');
    expect(added).toMatchObject({ userErrors: [] });

    const same = await importText(database, planText(at, rows).replaceAll('\n', '\r\n'));
    expect(same.version.changes).toEqual([]);
    expect(codes(same)).not.toContain('CORRECTION_CONFLICT');

    const other = await importText(database, planText(at, [amended[0]!, rows[1]!, rows[2]!]));
    expect(other.problems).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'CORRECTION_CONFLICT', at: 'task 1' })]));
    const after = await planNow(planId);
    expect(textsOf(after)).toEqual(['公开学校招生信息，全年不少于2次。', '补录的任务。', '规范办理依申请公开，按期答复。']);
    expect(after.tasks.nodes[0].deadline).toMatchObject({ text: '2024年10月底', dueOn: '2024-09-15' });
    expect(after.versions.nodes[0].conflicts).toEqual([
      expect.objectContaining({ field: 'deadline', task: { number: 1 }, document: expect.stringContaining('dueOn: 2024-10-31') }),
    ]);
  });

  it('keeps the units that a person chose for printed names', async () => {
    const at = nextNumber();
    const { planId } = await importText(database, planText(at, rows));
    const planner = office.planner();
    const { units } = await planner.data('{ units(first: 1, filterBy: { regionCodes: ["511723"] }) { nodes { id name } } }');
    const [unit] = units.nodes;
    const chosen = { planId, decisions: [{ name: '县财政局', unitId: unit.id }] };
    expect(await planner.run('confirmUnitMatches', chosen, 'plan { id }')).toMatchObject({ userErrors: [] });
    await importText(database, planText(at, [...rows.slice(0, 2), '3\t财政\t公开财政决算。\t县财政局\t2024年底']));
    const after = await planNow(planId);
    expect(after.tasks.nodes[2].responsibilities).toMatchObject([{ unit: { name: unit.name } }]);
    expect(after.tasks.nodes[1].responsibilities[0]).toMatchObject({ unit: { name: unit.name } });
  });

  it('voids the review that was under way', async () => {
    const at = nextNumber();
    const { planId } = await importText(database, planText(at, rows));
    await office.planner().run('submitForReview', { subjectId: planId }, 'submission { id }');
    expect(await planNow(planId)).toMatchObject({ state: 'IN_REVIEW' });
    await importText(database, planText(at, amended));
    expect(await planNow(planId)).toMatchObject({ state: 'DRAFT' });
  });

  it('two documents at the same time are two versions of one plan', async () => {
    const at = nextNumber();
    const outcomes = await Promise.all([
      importText(database, planText(at, rows)),
      importText(database, planText(at, amended)),
      importText(database, planText(at, rows)),
    ]);
    expect(new Set(outcomes.map(({ planId }) => planId)).size).toBe(1);
    const { versions } = await planNow(outcomes[0].planId);
    expect(versions.nodes.map((version: Data) => version.number)).toEqual([2, 1]);
  });
});

describe('another document of a public plan', () => {
  it('waits, and the public sees nothing of it until it is published', async () => {
    const at = nextNumber();
    const { planId } = await importText(database, planText(at, rows), { publish: true });
    const [before, inPublic] = [await planNow(planId), await planInPublic(planId)];
    const second = await importText(database, planText(at, amended));
    expect(second).toMatchObject({ created: false, published: false, version: { number: 2, isNew: true } });
    const waiting = await planNow(planId);
    expect(waiting.tasks).toEqual(before.tasks);
    expect(waiting.versions.nodes[0]).toMatchObject({
      number: 2,
      state: 'PENDING',
      diff: { addedCount: 1, removedCount: 1, changedCount: 1 },
    });
    expect(await planInPublic(planId)).toEqual(inPublic);
    const pending = waiting.versions.nodes[0];
    const { node } = await answer(database.publicReader, 'query ($id: ID!) { node(id: $id) { id } }', { id: pending.id });
    expect(node).toBeNull();

    expect(await publish(planId)).toMatchObject({ plan: { state: 'PUBLISHED' }, userErrors: [] });
    const after = await planNow(planId);
    expect(textsOf(after)).toEqual(['公开学校招生信息，全年不少于2次。', '公布重大行政决策目录。', '规范办理依申请公开。']);
    expect(idsOf(after)['公开学校']).toBe(idsOf(before)['公开学校']);
    expect(await planInPublic(planId)).toEqual({
      tasks: { nodes: after.tasks.nodes.map(({ number: place, text }: Data) => ({ number: place, text })) },
      versions: {
        totalCount: 2,
        nodes: [
          {
            ...{ number: 2, state: 'CURRENT', sourceDocument: { sha256: pending.sourceDocument.sha256 } },
            diff: {
              sameReading: false,
              changes: { totalCount: 3, nodes: [{ kind: 'TASK_CHANGED' }, { kind: 'TASK_ADDED' }, { kind: 'TASK_REMOVED' }] },
            },
          },
          { number: 1, state: 'SUPERSEDED', sourceDocument: inPublic.versions.nodes[0].sourceDocument, diff: null },
        ],
      },
    });
    expect(await publish(planId)).toEqual({ error: 'CONFLICT' });
  });

  it('keeps what was reported, also on a task that is gone, which ends', async () => {
    const at = nextNumber();
    const { planId } = await importText(database, planText(at, rows), { publish: true });
    await office.planner().run('generateObligations', { planId, ledgerSince: '2024-01-01' }, 'createdCount');
    const ledger = await readLedgerPlan(database, planId);
    const kept = await reportPublicly(database, ledger.of(1, '县教育局'));
    const gone = await reportPublicly(database, ledger.of(2, '县财政局'), { narrative: '已公开预算。' });
    await importText(database, planText(at, amended), { publish: true });

    const { entry, ended } = await answer(
      database.publicReader,
      `query ($kept: ID!, $gone: ID!) {
        entry: node(id: $kept) { ... on LedgerEntry { obligation { id endedOn } } }
        ended: node(id: $gone) { ... on LedgerEntry { narrative obligation { endedOn endedReason task { text endedOn plan { id } } } } }
      }`,
      { kept, gone },
    );
    expect(entry).toEqual({ obligation: { id: ledger.of(1, '县教育局').id, endedOn: null } });
    const today = (await database.owner.query<[{ today: string }]>('select shanghai_today()::text as today'))[0].today;
    expect(ended).toEqual({
      narrative: '已公开预算。',
      obligation: { endedOn: today, endedReason: 'TASK_ENDED', task: { text: '公开财政预算。', endedOn: today, plan: { id: planId } } },
    });
    const refused = await office
      .reporter('late reporter', ledger.of(2, '县财政局').unitKey)
      .run('reportProgress', aReport(ledger.of(2, '县财政局')), 'entry { id }');
    expect(refused.userErrors).toMatchObject([{ code: 'OBLIGATION_ENDED' }]);
    const { tasks, statistics } = await answer(
      database.publicReader,
      `query ($ids: [ID!]) { tasks(filterBy: { planIds: $ids }) { totalCount nodes { text } }
        statistics: taskStatistics(filterBy: { planIds: $ids }, groupBy: [PLAN]) { rows { taskCount } } }`,
      { ids: [planId] },
    );
    expect(tasks.totalCount).toBe(3);
    expect(statistics.rows).toEqual([{ taskCount: 3 }]);

    await importText(database, planText(at, rows).replaceAll('\n', '\r\n'), { publish: true });
    const again = await readLedgerPlan(database, planId);
    expect(again.of(2, '县财政局').id).toBe(ledger.of(2, '县财政局').id);
  });

  it('passes the stages of review, and is published by a planner', async () => {
    const at = nextNumber();
    const { planId } = await importText(database, planText(at, rows), { publish: true });
    await importText(database, planText(at, amended));
    const planner = office.planner();
    const [waiting] = (await planNow(planId)).versions.nodes;
    const refused = await planner.run('publishPlan', { planId }, 'plan { state }');
    expect(refused.userErrors).toMatchObject([{ code: 'NOT_REVIEWED' }]);
    const submitted = await planner.run(
      'submitForReview',
      { subjectId: waiting.id },
      'submission { subjectType state stages { position } }',
    );
    expect(submitted.submission).toMatchObject({
      subjectType: 'PLAN_VERSION',
      state: 'OPEN',
      stages: [1, 2, 3, 4].map((position) => ({ position })),
    });
    await reviewAll(waiting.id);
    expect(await planInPublic(planId)).toMatchObject({ versions: { totalCount: 1 } });
    expect(await planner.run('publishPlan', { planId }, 'plan { state receipt { route rounds correctedAt } }')).toMatchObject({
      plan: { state: 'PUBLISHED', receipt: { route: 'REVIEWED', rounds: 1, correctedAt: null } },
    });
    const [task] = (await planNow(planId)).tasks.nodes;
    await planner.run('editTask', { taskId: task.id, version: task.version, text: '公开招生信息。', reason: '原文有误' }, 'task { id }');
    const { plan } = await answer(database.publicReader, 'query ($id: ID!) { plan(id: $id) { receipt { correctedAt } } }', { id: planId });
    expect(plan.receipt.correctedAt).not.toBeNull();
  });

  it('is reviewed anew where the plan was corrected meanwhile, and its review is void where another takes its place', async () => {
    const at = nextNumber();
    const { planId } = await importText(database, planText(at, rows), { publish: true });
    await importText(database, planText(at, amended));
    const planner = office.planner();
    const [waiting] = (await planNow(planId)).versions.nodes;
    await planner.run('submitForReview', { subjectId: waiting.id }, 'submission { id }');
    await reviewAll(waiting.id);
    const third = (await planNow(planId)).tasks.nodes[2];
    await planner.run('editTask', { taskId: third.id, version: third.version, text: '规范办理申请。', reason: '原文有误' }, 'task { id }');
    const refused = await planner.run('publishPlan', { planId }, 'plan { state }');
    expect(refused.userErrors).toMatchObject([{ code: 'CONTENT_CHANGED' }]);
    await importText(database, planText(at, amended.slice(0, 2)));
    const { reviews } = await planner.data('query ($id: ID!) { reviews(subjectId: $id) { state } }', { id: waiting.id });
    expect(reviews).toEqual([{ state: 'VOIDED' }]);
    expect(await planner.run('submitForReview', { subjectId: waiting.id }, 'submission { id }')).toEqual({ error: 'CONFLICT' });
  });

  it('keeps the corrections made while it waited', async () => {
    const at = nextNumber();
    const { planId } = await importText(database, planText(at, rows), { publish: true });
    await importText(database, planText(at, amended));
    const { tasks } = await planNow(planId);
    const third = tasks.nodes[2];
    await office
      .planner()
      .run('editTask', { taskId: third.id, version: third.version, text: '规范办理申请。', reason: '原文有误' }, 'task { id }');
    await publish(planId);
    expect(textsOf(await planNow(planId))).toEqual(['公开学校招生信息，全年不少于2次。', '公布重大行政决策目录。', '规范办理申请。']);
  });

  it('takes the place of one that waited before, and can be put aside', async () => {
    const at = nextNumber();
    const { planId } = await importText(database, planText(at, rows), { publish: true });
    await importText(database, planText(at, amended));
    await importText(database, planText(at, amended.slice(0, 2)));
    const { versions } = await planNow(planId);
    expect(versions.nodes.map(({ state }: Data) => state)).toEqual(['PENDING', 'DISCARDED', 'CURRENT']);
    const discarded = await office
      .planner()
      .run('discardVersion', { versionId: versions.nodes[0].id, reason: '误传' }, 'version { state }');
    expect(discarded).toMatchObject({ version: { state: 'DISCARDED' } });
    expect(await office.planner().run('discardVersion', { versionId: versions.nodes[0].id }, 'version { state }')).toEqual({
      error: 'CONFLICT',
    });
    expect(await publish(planId)).toEqual({ error: 'CONFLICT' });
    const again = await importText(database, planText(at, amended));
    expect(again).toMatchObject({ version: { number: 4, isNew: true } });
    const old = await importText(database, planText(at, rows));
    expect(old).toMatchObject({ version: { number: 1, isNew: false }, published: true });
  });

  it('is hidden again, with all versions, when the plan is withdrawn; then only what is in force is public again', async () => {
    const at = nextNumber();
    const { planId } = await importText(database, planText(at, rows), { publish: true });
    await importText(database, planText(at, amended), { publish: true });
    await office.administrator().run('withdrawPlan', { planId, reason: '有误' }, 'plan { state }');
    const visible = await database.publicReader.rows(
      `select 'version' from plan_version v where v.plan_id not in (select id from plan) union all select 'change' from version_change c
       where not exists (select from plan_version v where v.id = c.version_id)`,
    );
    expect(visible).toEqual([]);
    await publish(planId);
    expect((await planInPublic(planId)).versions).toMatchObject({ totalCount: 1, nodes: [{ number: 2, diff: null }] });
  });
});
