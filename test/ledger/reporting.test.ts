import { verifyAuditChain } from '../../src/audit';
import { brokenRules } from '../../src/app/standing-rules';
import { globalId, readKey } from '../../src/platform/graphql';
import { aLedgerPlan, aReport, reportPublicly, setToday, type LedgerPlan, type PlanObligation } from '../support/ledger-plan';
import { useTestDatabase } from '../support/database';
import { officers } from '../support/office';
import { answer, ask, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const office = officers(() => database);
const asPublic = (source: string, variables?: Record<string, unknown>): Promise<Data> => answer(database.publicReader, source, variables);

let plan: LedgerPlan;

const reporterOf = ({ unit, unitKey }: PlanObligation) => office.reporter(`reporter of ${unit}`, unitKey);
const entryFields = 'entry { id state period status percentage completedOn isCurrent supersedes { id } }';
const report = (obligation: PlanObligation, over: Record<string, unknown> = {}): Promise<Data> =>
  reporterOf(obligation).run('reportProgress', aReport(obligation, over), entryFields);
const obligationOf = async ({ id }: PlanObligation, fields: string, reader = database.publicReader): Promise<Data> =>
  (await answer(reader, `query ($id: ID!) { obligation(id: $id) { ${fields} } }`, { id })).obligation;

beforeAll(async () => {
  await setToday(database, '2024-06-15');
  plan = await aLedgerPlan(database);
});

afterEach(async () => {
  expect(await brokenRules(database.owner)).toEqual([]);
});

describe('a report', () => {
  it('passes its stages before anybody outside sees it', async () => {
    const obligation = plan.of(2, '县教育局');
    const { entry } = await report(obligation, { status: 'COMPLETED', completedOn: '2024-06-10', narrative: '已完成。' });
    expect(entry).toMatchObject({ state: 'DRAFT', percentage: 100, completedOn: '2024-06-10', isCurrent: false });
    const unseen = { status: 'NOT_REPORTED', completedOn: null, latestEntry: null, entries: { totalCount: 0 } };
    const seen = 'status completedOn latestEntry { id } entries { totalCount }';
    expect(await obligationOf(obligation, seen)).toEqual(unseen);
    expect(await obligationOf(obligation, 'status reportedStatus', database.internalReader)).toEqual({
      status: 'NOT_REPORTED',
      reportedStatus: 'COMPLETED',
    });

    await reporterOf(obligation).run('submitForReview', { subjectId: entry.id }, 'submission { id }');
    for (const stage of [1, 2, 3, 4]) {
      expect(await obligationOf(obligation, seen)).toEqual(unseen);
      const decision = stage === 3 ? 'DISCLOSE' : 'APPROVE';
      const reviewed = await office
        .reviewer(`reviewer ${stage}`, obligation.unitKey)
        .run('reviewItem', { subjectId: entry.id, stage, decision }, 'submission { state }');
      expect(reviewed.userErrors).toEqual([]);
    }
    expect(await obligationOf(obligation, `${seen} entries { nodes { narrative isCurrent receipt { route } } }`)).toEqual({
      status: 'COMPLETED',
      completedOn: '2024-06-10',
      latestEntry: { id: entry.id },
      entries: { totalCount: 1, nodes: [{ narrative: '已完成。', isCurrent: true, receipt: { route: 'REVIEWED' } }] },
    });
  });

  it('is made by a reporter of the very unit alone', async () => {
    const obligation = plan.of(1, '县教育局');
    const other = plan.of(1, '县财政局');
    const run = (person: ReturnType<typeof office.reporter>) => person.run('reportProgress', aReport(obligation), entryFields);
    expect(await run(reporterOf(other))).toEqual({ error: 'FORBIDDEN' });
    for (const person of [office.planner(), office.reviewer(), office.auditor(), office.administrator()])
      expect(await run(person)).toEqual({ error: 'FORBIDDEN' });
    expect(await obligationOf(obligation, 'entries { totalCount }', database.internalReader)).toEqual({ entries: { totalCount: 0 } });
  });

  it.each<[code: string, field: string[], task: number, unit: string, over: Record<string, unknown>]>([
    ['PERIOD_INVALID', ['period'], 1, '县教育局', { period: '2024-Q5' }],
    ['PERIOD_IN_FUTURE', ['period'], 1, '县教育局', { period: '2024-H2' }],
    ['PERCENTAGE_CONTRADICTS', ['percentage'], 1, '县教育局', { status: 'COMPLETED', percentage: 80 }],
    ['DATE_IN_FUTURE', ['completedOn'], 1, '县教育局', { status: 'COMPLETED', completedOn: '2024-06-16' }],
    ['NOT_COMPLETE', ['completedOn'], 1, '县教育局', { completedOn: '2024-06-01' }],
    ['NOT_RELATIVE', ['triggeredOn'], 1, '县教育局', { triggeredOn: '2024-06-01' }],
    ['DATE_IN_FUTURE', ['triggeredOn'], 6, '县财政局', { triggeredOn: '2024-06-16' }],
    ['NOT_RECURRING', ['occurrenceDueOn'], 1, '县教育局', { occurrenceDueOn: '2024-09-30' }],
    ['NOT_RECURRING', ['times'], 1, '县教育局', { times: 2 }],
    ['NO_SUCH_OCCURRENCE', ['occurrenceDueOn'], 5, '县教育局', { occurrenceDueOn: '2024-09-29' }],
    ['NARRATIVE_BLANK', ['narrative'], 1, '县教育局', { narrative: '　 \n' }],
    ['LINK_INVALID', ['evidence', '0', 'url'], 1, '县教育局', { evidence: [{ url: 'javascript:alert(1)', title: '证' }] }],
    ['LINK_INVALID', ['evidence', '0', 'url'], 1, '县教育局', { evidence: [{ url: 'www.gov.cn/x', title: '证' }] }],
    ['LINK_HAS_CREDENTIALS', ['evidence', '0', 'url'], 1, '县教育局', { evidence: [{ url: 'https://me:pass@gov.cn/', title: '证' }] }],
    [
      'TITLE_BLANK',
      ['evidence', '1', 'title'],
      1,
      '县教育局',
      {
        evidence: [
          { url: 'https://gov.cn/', title: '证' },
          { url: 'https://gov.cn/', title: ' ' },
        ],
      },
    ],
    ['NOT_A_TARGET', ['measures', '0', 'targetId'], 1, '县教育局', { measures: [{ targetId: globalId('Target', 1), value: 1 }] }],
  ])('that breaks %s names the field and changes nothing', async (code, field, task, unit, over) => {
    const obligation = plan.of(task, unit);
    const [before] = await database.internalReader.rows<{ count: number }>('select count(*)::int from ledger_entry');
    expect(await report(obligation, over)).toMatchObject({ entry: null, userErrors: [{ code, field }] });
    expect(await database.internalReader.rows('select count(*)::int from ledger_entry')).toEqual([before]);
  });

  it('is refused while no reports are collected, after the plan is withdrawn, and on what does not exist', async () => {
    const closed = await aLedgerPlan(database, { ledgerSince: null });
    const later = await aLedgerPlan(database, { ledgerSince: '2024-07-01' });
    const codeFor = async (of: LedgerPlan) => (await report(of.of(1, '县教育局'))).userErrors[0]?.code as string;
    expect([await codeFor(closed), await codeFor(later)]).toEqual(['NOT_COLLECTED', 'NOT_COLLECTED']);
    await office.administrator().run('withdrawPlan', { planId: later.id, reason: '测试' }, 'plan { id }');
    expect(await codeFor(later)).toBe('PLAN_WITHDRAWN');
    const absent = { ...plan.of(1, '县教育局'), id: globalId('Obligation', 1_999_999_999) };
    expect(await report(absent)).toEqual({ error: 'NOT_FOUND' });
  });

  it('carries values for the targets of its task, with the words of the target as they were', async () => {
    const obligation = plan.of(7, '县财政局');
    const { node } = await asPublic('query ($id: ID!) { node(id: $id) { ... on Obligation { task { targets { id phrase unit } } } } }', {
      id: obligation.id,
    });
    const [target] = node.task.targets;
    const twice = [1, 2].map((value) => ({ targetId: target.id, value }));
    expect(await report(obligation, { measures: twice })).toMatchObject({ userErrors: [{ code: 'TARGET_TWICE' }] });
    const id = await reportPublicly(database, obligation, { measures: [{ targetId: target.id, value: 72.5 }] });
    const { entry } = await asPublic(
      'query ($id: ID!) { entry: node(id: $id) { ... on LedgerEntry { measures { targetId phrase unit value } } } }',
      { id },
    );
    expect(entry.measures).toEqual([{ targetId: target.id, phrase: target.phrase, unit: target.unit, value: 72.5 }]);
  });
});

describe('a later report on the same period', () => {
  it('takes the place of the one before it, which stays public until then and readable after', async () => {
    const obligation = plan.of(1, '县财政局');
    const first = await reportPublicly(database, obligation, { period: '2024-Q1', percentage: 30, narrative: '第一次' });
    const { entry: second } = await report(obligation, { period: '2024-Q1', percentage: 50, narrative: '第二次' });
    expect(second.supersedes.id).toBe(first);
    const seen = 'entries { nodes { id isCurrent } }';
    expect(await obligationOf(obligation, seen)).toEqual({ entries: { nodes: [{ id: first, isCurrent: true }] } });

    const { entry: third } = await report(obligation, { period: '2024-Q1', percentage: 60, narrative: '第三次' });
    const publish = (entryId: string) => office.administrator().run('publishEntry', { entryId, reason: '测试' }, 'entry { state }');
    expect(await publish(second.id)).toEqual({ error: 'CONFLICT' });
    expect(await publish(third.id)).toMatchObject({ entry: { state: 'PUBLISHED' } });
    expect(await obligationOf(obligation, seen)).toEqual({
      entries: {
        nodes: [
          { id: third.id, isCurrent: true },
          { id: first, isCurrent: false },
        ],
      },
    });
    expect(await publish(third.id)).toEqual({ error: 'CONFLICT' });
  });

  it('voids a review that is under way, and no reviewer can decide on the old one', async () => {
    const obligation = plan.of(4, '县政府办公室');
    const { entry } = await report(obligation, { period: '2024-05' });
    const reporter = reporterOf(obligation);
    await reporter.run('submitForReview', { subjectId: entry.id }, 'submission { id }');
    await report(obligation, { period: '2024-05', narrative: '更正。' });
    const decide = office
      .reviewer('one', obligation.unitKey)
      .run('reviewItem', { subjectId: entry.id, stage: 1, decision: 'APPROVE' }, 'submission { id }');
    expect(await decide).toEqual({ error: 'CONFLICT' });
    expect(await reporter.run('submitForReview', { subjectId: entry.id }, 'submission { id }')).toEqual({ error: 'CONFLICT' });
  });

  it('on an earlier period does not undo what the latest period says', async () => {
    const obligation = plan.of(2, '县财政局');
    await reportPublicly(database, obligation, { period: '2024-Q2', status: 'COMPLETED', completedOn: '2024-06-01' });
    await reportPublicly(database, obligation, { period: '2024-Q1', percentage: 10 });
    expect(await obligationOf(obligation, 'status completedOn')).toEqual({ status: 'COMPLETED', completedOn: '2024-06-01' });
  });

  it('gives way again when it is withdrawn', async () => {
    const obligation = plan.of(3, '临巴镇人民政府');
    const first = await reportPublicly(database, obligation, { narrative: '第一次' });
    const second = await reportPublicly(database, obligation, { status: 'COMPLETED', narrative: '第二次' });
    expect(await obligationOf(obligation, 'status')).toEqual({ status: 'COMPLETED' });
    await office.administrator().run('withdrawEntry', { entryId: second, reason: '有误' }, 'entry { state }');
    expect(await obligationOf(obligation, 'status entries { nodes { id isCurrent } }')).toEqual({
      status: 'IN_PROGRESS',
      entries: { nodes: [{ id: first, isCurrent: true }] },
    });
    expect(await asPublic('query ($id: ID!) { node(id: $id) { id } }', { id: second })).toEqual({ node: null });
    expect(await obligationOf(obligation, 'withdrawnEntries { reason }')).toEqual({ withdrawnEntries: [{ reason: '有误' }] });
  });
});

describe('an entry', () => {
  it('cannot be changed or taken out, not even by SQL', async () => {
    await reportPublicly(database, plan.of(3, '土溪镇人民政府'));
    for (const statement of [
      `update ledger_entry set narrative = narrative || '！'`,
      `update ledger_entry set evidence = '[{"url":"https://gov.cn","title":"补"}]'`,
      `update ledger_entry set reported_at = now() - interval '1 year'`,
      'delete from ledger_entry',
      'truncate ledger_entry cascade',
    ])
      await expect(database.owner.query(statement)).rejects.toThrow(/never changed/);
  });

  it('is made public by an override never by who reported it', async () => {
    const obligation = plan.of(3, '三汇镇人民政府');
    const { entry } = await report(obligation);
    const self = office.administrator(`reporter of ${obligation.unit}`);
    expect(await self.run('publishEntry', { entryId: entry.id, reason: '测试' }, 'entry { id }')).toMatchObject({
      entry: null,
      userErrors: [{ code: 'OWN_ENTRY' }],
    });
  });

  it('of a plan that is not public is out of reach, whoever approved it', async () => {
    const draft = await aLedgerPlan(database, { publish: false });
    const obligation = draft.of(1, '县教育局');
    const id = await reportPublicly(database, obligation, { status: 'COMPLETED' });
    const nodes = await asPublic('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [id, obligation.id] });
    expect(nodes).toEqual({ nodes: [null, null] });
    const lists = await asPublic(
      `query ($ids: [ID!]) { obligations(filterBy: { planIds: $ids }) { totalCount }
         deadlines(from: "2024-01-01", to: "2024-12-31", filterBy: { planIds: $ids }) { totalCount } }`,
      { ids: [draft.id] },
    );
    expect(lists).toEqual({ obligations: { totalCount: 0 }, deadlines: { totalCount: 0 } });
    for (const table of ['obligation', 'task_occurrence', 'ledger_entry', 'deadline_extension'])
      expect(await database.publicReader.rows(`select 1 from ${table} where plan_id = $1`, [draft.key])).toEqual([]);
    await office.administrator().run('publishPlan', { planId: draft.id, override: { reason: '测试' } }, 'plan { state }');
    expect((await asPublic('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toEqual({ id });
    await office.administrator().run('withdrawPlan', { planId: draft.id, reason: '测试' }, 'plan { state }');
    expect((await asPublic('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
  });

  it('tells the public nothing of who reported it', async () => {
    const { errors } = await ask(database.publicReader, '{ obligations(first: 1) { nodes { entries { nodes { reportedBy } } } } }');
    expect(errors[0]?.message).toMatch(/reportedBy/);
  });

  it('stands in the audit log with all that it says', async () => {
    const id = await reportPublicly(database, plan.of(3, '文崇镇人民政府'), {
      narrative: '记录在案',
      evidence: [{ url: 'https://www.gov.cn/a', title: '公告' }],
    });
    const events = await database.internalReader.rows<{ action: string; payload: Data }>(
      'select action, payload from audit_event where subject = $1 order by id',
      [id],
    );
    expect(events.map(({ action }) => action)).toEqual(['entry.report', 'entry.publish']);
    expect(events[0]!.payload.after).toMatchObject({ narrative: '记录在案', evidence: [{ url: 'https://www.gov.cn/a', title: '公告' }] });
    expect(await verifyAuditChain(database.owner)).toEqual([]);
  });
});

describe('reports of many at once', () => {
  it('on one period leave a single chain, of which one counts', async () => {
    const obligation = plan.of(3, '涌兴镇人民政府');
    const names = ['甲', '乙', '丙', '丁', '戊', '己'];
    const made = await Promise.all(
      names.map((name) =>
        office.reporter(name, obligation.unitKey).run('reportProgress', aReport(obligation, { narrative: name }), entryFields),
      ),
    );
    expect(made.map(({ userErrors }) => userErrors)).toEqual(names.map(() => []));
    const rows = await database.internalReader.rows<{ id: number; supersedes: number | null; state: string }>(
      'select id, supersedes_id as supersedes, state from ledger_entry where obligation_id = $1 order by id',
      [obligation.key],
    );
    expect(rows.map(({ supersedes }) => supersedes)).toEqual([null, ...rows.slice(0, -1).map(({ id }) => id)]);
    expect(rows.map(({ state }) => state)).toEqual([...names.slice(1).map(() => 'SUPERSEDED'), 'DRAFT']);
    const publish = (id: number) =>
      office.administrator().run('publishEntry', { entryId: globalId('LedgerEntry', id), reason: '测试' }, 'entry { id }');
    const published = await Promise.all(rows.map(({ id }) => publish(id)));
    expect(published.filter(({ error }) => error === 'CONFLICT')).toHaveLength(names.length - 1);
  });

  it('by the members of one collective are all counted for the task', async () => {
    const members = plan.obligations.filter(({ task }) => task === 3);
    for (let at = 0; at < members.length; at += 6)
      await Promise.all(
        members.slice(at, at + 6).map((member) => reportPublicly(database, member, { period: '2024-06', status: 'COMPLETED' })),
      );
    const { node } = await asPublic('query ($id: ID!) { node(id: $id) { ... on Obligation { task { status } } } }', { id: members[0]!.id });
    expect(node.task.status).toBe('COMPLETED');
  });

  it('under one idempotency key are one report', async () => {
    const obligation = plan.of(3, '贵福镇人民政府');
    const input = { ...aReport(obligation, { period: '2024-03' }), idempotencyKey: 'one and the same' };
    const source = 'mutation ($input: ReportProgressInput!) { reportProgress(input: $input) { entry { id } userErrors { code } } }';
    const answers = await Promise.all([1, 2, 3].map(() => reporterOf(obligation).data(source, { input })));
    expect(new Set(answers.map(({ reportProgress }) => reportProgress.entry.id)).size).toBe(1);
    const other = await reporterOf(obligation).ask(source, { input: { ...input, narrative: '另一份' } });
    expect(other.codes).toEqual(['CONFLICT']);
    const key = readKey(answers[0].reportProgress.entry.id, 'LedgerEntry');
    expect(
      await database.internalReader.rows('select id from ledger_entry where obligation_id = $1 and period = $2', [
        obligation.key,
        '2024-03',
      ]),
    ).toEqual([{ id: key }]);
  });
});
