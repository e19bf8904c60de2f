import { verifyAuditChain } from '../../src/audit';
import { brokenRules } from '../../src/app/standing-rules';
import { reportProblem } from '../../src/open-data';
import { withdrawPlan } from '../../src/plans';
import { globalId, readKey } from '../../src/platform/graphql';
import { useTestDatabase } from '../support/database';
import { officers } from '../support/office';
import { answer, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const { administrator, planner, reporter, reviewer, auditor } = officers(() => database);

const fields = 'problemReport { id text contact answeredBy version plan { slug } receipt { number status question answer answeredAt } }';
const receiptQuery = `query ($number: String!) { problemReceipt(number: $number) { number status subjectId question answer receivedAt answeredAt } }`;

let taskId: string;
let plan: { id: string; slug: string };

beforeAll(async () => {
  const { plans } = await answer(
    database.publicReader,
    '{ plans(filterBy: { regionCodes: ["511700"] }) { nodes { id slug tasks(first: 1) { nodes { id } } } } }',
  );
  plan = plans.nodes[0];
  taskId = plans.nodes[0].tasks.nodes[0].id;
});

const report = (subjectId: string, text: string, contact: string | null = null): Promise<string> =>
  database.owner.transaction((manager) => reportProblem(manager, { subjectId, text, contact }));
const receipt = async (number: string): Promise<Data> => (await answer(database.publicReader, receiptQuery, { number })).problemReceipt;
const reports = async (person = planner(), filterBy: object = {}): Promise<Data[]> =>
  (
    await person.data(
      `query ($filterBy: ProblemReportFilter) { problemReports(filterBy: $filterBy) { nodes { id text contact version receipt { number status subjectId } plan { slug } } } }`,
      { filterBy },
    )
  ).problemReports.nodes;
const reportOf = async (number: string): Promise<Data> => (await reports()).find((each) => each.receipt.number === number);
const settle = async (number: string, input: object, person = planner()): Promise<Data> => {
  const { id, version } = await reportOf(number);
  return person.run('answerProblemReport', { reportId: id, version, outcome: 'ANSWERED', answer: '已核对。', ...input }, fields);
};
const answersOf = async (id: string): Promise<Data> =>
  (
    await answer(
      database.publicReader,
      `query ($id: ID!) { node(id: $id) { ... on Task { problemAnswers { totalCount nodes { number status question answer } } } ... on Plan { problemAnswers { totalCount } } } }`,
      { id },
    )
  ).node.problemAnswers;

describe('a report of a problem', () => {
  it('has a number under which anyone sees what became of it, and nothing else of it', async () => {
    const number = await report(taskId, '期限应为9月底。', 'reader@example.org');
    expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    const seen = await receipt(number);
    expect(seen).toMatchObject({ number, status: 'RECEIVED', subjectId: taskId, question: null, answer: null, answeredAt: null });
    expect(await receipt(number.toLowerCase().replaceAll('-', ' '))).toEqual(seen);
    expect(await receipt('0000-0000-0000-0000')).toBeNull();
    expect(await receipt('%')).toBeNull();
    expect((await answersOf(taskId)).totalCount).toBe(0);
    expect(await reportOf(number)).toMatchObject({
      text: '期限应为9月底。',
      contact: 'reader@example.org',
      receipt: { status: 'RECEIVED', subjectId: taskId },
      plan: { slug: plan.slug },
    });
    await expect(database.publicReader.rows('select text from problem_report')).rejects.toThrow(/permission denied/);
  });

  it('is about a record that is public, of a kind that readers see', async () => {
    await expect(report(globalId('Task', 1_999_999_999), '没有这条')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(report(globalId('Task', 9_999_999_999), '没有这条')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(report(globalId('UserAccount', 1), '不是公开记录')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(report('x', '不是标识')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(report(globalId('constructor', 1), '不是标识')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('that is sent twice, even at once, is one report until it is answered', async () => {
    const [first, second] = await Promise.all([report(plan.id, '标题有误'), report(plan.id, '标题有误')]);
    expect(second).toBe(first);
    expect(await report(plan.id, '标题有误', '电话')).not.toBe(first);
    await settle(first, { outcome: 'REJECTED', answer: '与原件一致。' });
    expect(await report(plan.id, '标题有误')).not.toBe(first);
  });

  it('leaves only the hash of its words in the log', async () => {
    const number = await report(taskId, '里面写了某人的电话');
    const { id } = await reportOf(number);
    const [event] = await database.owner.query('select actor, action, payload from audit_event where subject = $1', [id]);
    expect(event).toMatchObject({ actor: 'public', action: 'problem.report', payload: { before: null, after: { subjectId: taskId } } });
    expect(JSON.stringify(event)).not.toContain('电话');
    await settle(number, { outcome: 'REJECTED' });
  });
});

describe('the answer to a report', () => {
  it('stands beside the record; how to reach the reader is erased with it', async () => {
    const number = await report(taskId, '第一项的单位印错了，我叫某某', '13800000000');
    const { problemReport } = await settle(number, { answer: '与原件核对无误。', question: '第一项的单位印错了' }, administrator());
    expect(problemReport).toMatchObject({
      text: '第一项的单位印错了，我叫某某',
      contact: null,
      answeredBy: 'administrator',
      version: 2,
      receipt: { number, status: 'ANSWERED', question: '第一项的单位印错了', answer: '与原件核对无误。' },
    });
    expect((await answersOf(taskId)).nodes[0]).toEqual({
      number,
      status: 'ANSWERED',
      question: '第一项的单位印错了',
      answer: '与原件核对无误。',
    });
    expect(await receipt(number)).toMatchObject({ status: 'ANSWERED', answeredAt: expect.any(String) });
  });

  it('that rejects is told to whoever has the number, and not beside the record', async () => {
    const number = await report(taskId, '广告');
    const before = (await answersOf(taskId)).totalCount;
    await settle(number, { outcome: 'REJECTED', answer: '与本条无关。' });
    expect(await receipt(number)).toMatchObject({ status: 'REJECTED', answer: '与本条无关。', question: null });
    expect((await answersOf(taskId)).totalCount).toBe(before);
  });

  it('may be given anew by whoever has read the last one; what it said stays in the log', async () => {
    const number = await report(taskId, '请再核对一次');
    await settle(number, { answer: '正在核对。' });
    const stale = await settle(number, { version: 1, answer: '另一个答复' });
    expect(stale).toEqual({ error: 'CONFLICT' });
    const { problemReport } = await settle(number, { answer: '核对无误。' });
    expect(problemReport).toMatchObject({ version: 3, receipt: { answer: '核对无误。' } });
    const [event] = await database.owner.query('select payload from audit_event where subject = $1 order by id desc limit 1', [
      problemReport.id,
    ]);
    expect(event.payload).toMatchObject({ before: { answer: '正在核对。' }, after: { answer: '核对无误。' } });
  });

  it('says "corrected" only where something was corrected since the report came', async () => {
    const number = await report(taskId, '文字有误');
    expect(await settle(number, { outcome: 'CORRECTED' })).toMatchObject({
      problemReport: null,
      userErrors: [{ code: 'NOT_CORRECTED', field: ['outcome'] }],
    });
    const { task } = await answer(database.internalReader, 'query ($id: ID!) { task(id: $id) { version } }', { id: taskId });
    await planner().run('editTask', { taskId, version: task.version, reason: '核对原件后更正', leadOfficial: '牵头领导' }, 'task { id }');
    expect(await settle(number, { outcome: 'CORRECTED', answer: '已更正。' })).toMatchObject({
      problemReport: { receipt: { status: 'CORRECTED' } },
    });
  });

  it('is given by planners and administrators; auditors read reports, others do not', async () => {
    const number = await report(taskId, '谁能答复');
    for (const person of [reporter('reporter', 1), reviewer(), auditor()])
      expect(await settle(number, {}, person)).toEqual({ error: 'FORBIDDEN' });
    expect((await reports(auditor())).length).toBeGreaterThan(0);
    expect((await reviewer().ask('{ problemReports { totalCount } }')).codes).toEqual(['FORBIDDEN']);
    const [open] = await reports(planner(), { statuses: ['RECEIVED'], subjectId: taskId });
    expect(open).toMatchObject({ receipt: { number, status: 'RECEIVED', subjectId: taskId } });
    expect(await reports(planner(), { statuses: ['CORRECTED'], subjectId: plan.id })).toEqual([]);
    expect(await reports(planner(), { planIds: [globalId('Plan', 1_999_999)] })).toEqual([]);
    await settle(number, {});
  });

  it('is asked for with one statement for all records of a list', async () => {
    const { statements } = await planner().ask('{ tasks(first: 20) { nodes { problemAnswers(first: 2) { nodes { number } } } } }');
    expect(statements.filter((statement) => statement.includes('problem_receipt'))).toHaveLength(1);
  });
});

describe('a report about a plan that is withdrawn', () => {
  it('keeps its receipt; beside the record it is gone with the record', async () => {
    const number = await report(plan.id, '原件不应公开');
    await database.owner.transaction((manager) =>
      withdrawPlan(manager, readKey(plan.id, 'Plan'), { reason: '依申请撤下', actor: 'test', isTitleWithheld: false }),
    );
    expect(await settle(number, { outcome: 'CORRECTED', answer: '已撤下。' })).toMatchObject({
      problemReport: { receipt: { status: 'CORRECTED' } },
    });
    expect(await receipt(number)).toMatchObject({ status: 'CORRECTED', answer: '已撤下。', subjectId: plan.id });
    await expect(report(plan.id, '再报一次')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

it('keeps the rules that always hold', async () => {
  expect(await brokenRules(database.owner)).toEqual([]);
  expect(await verifyAuditChain(database.owner)).toEqual([]);
});
