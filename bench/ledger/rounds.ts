import { randomUUID } from 'node:crypto';
import { saveUpload } from '../../src/intake';
import type { Database } from '../../src/platform/database';
import { globalId } from '../../src/platform/graphql';
import { planText } from './plan-text';
import type { Office } from './office';

const region = '511725';
const roundsWithRelease = 4;

/** What one round works with; everything of it is new, so that rounds do not meet. */
export interface Round {
  number: number;
  planId: string;
  planKey: number;
}

const versionOf = (office: Office, taskKey: number) => office.row('select version from task where id = $1', [taskKey]);

/** A plan comes in, is put right, reviewed and made public, and its ledger is opened. */
export async function preparePlan(office: Office, database: Database, number: number): Promise<Round> {
  const planner = office.as('PLANNER', 'planner');
  const content = Buffer.from(planText(number));
  const uploadId = await database.owner.transaction((manager) => saveUpload(manager, { fileName: 'plan.txt', content }, 'planner'));
  const { plan } = await planner.run('importPlan', { uploadId, regionCode: region }, 'plan { id }', 'importPlan (40 tasks)');
  const { key } = await office.row('select max(id) as key from plan');
  const taskAt = async (at: number) =>
    office.row(`select id as key, version from task where plan_id = $1 and ended_on is null order by number offset $2 limit 1`, [key, at]);
  const first = await taskAt(0);
  await planner.run(
    'editTask',
    { taskId: globalId('Task', first.key), version: first.version, leadOfficial: '分管负责同志' },
    'task { version }',
  );
  const { version } = await versionOf(office, first.key);
  const water = await office.row(
    `select u.id from unit u join region r on r.id = u.region_id where r.stable_id = $1 and u.name = '县水利局'`,
    [region],
  );
  await planner.run(
    'assignResponsibility',
    { taskId: globalId('Task', first.key), version, role: 'SUPPORTING', unitId: globalId('Unit', water.id) },
    'task { version }',
  );
  await planner.run('confirmUnitMatches', { planId: plan.id }, 'plan { id }');
  const plain = await office.row('select version from plan where id = $1', [key]);
  await planner.run('editPlan', { planId: plan.id, version: plain.version, disclosure: '主动公开' }, 'plan { id }');
  const added = await office.row('select version from plan where id = $1', [key]);
  await planner.run('addTask', { planId: plan.id, version: added.version, text: '公开新增事项。' }, 'task { id }');
  const last = await taskAt(40);
  await planner.run(
    'splitTask',
    { taskId: globalId('Task', last.key), version: last.version, texts: ['公开新增事项甲。', '公开新增事项乙。'] },
    'tasks { id }',
  );
  const half = await taskAt(41);
  await planner.run('removeTask', { taskId: globalId('Task', half.key), version: half.version }, 'plan { id }');
  await planner.run('submitForReview', { subjectId: plan.id }, 'submission { id }', 'submitForReview (plan)');
  for (const stage of [1, 2, 3, 4]) {
    const reviewer = office.as('REVIEWER', `reviewer-${stage}`);
    await reviewer.run(
      'reviewItem',
      { subjectId: plan.id, stage, decision: stage === 3 ? 'DISCLOSE' : 'APPROVE' },
      'submission { state }',
      'reviewItem (plan)',
    );
  }
  await planner.run('publishPlan', { planId: plan.id }, 'plan { state }', 'publishPlan (41 tasks)');
  await planner.run(
    'generateObligations',
    { planId: plan.id, ledgerSince: '2024-01-01' },
    'createdCount',
    'generateObligations (41 tasks)',
  );
  return { number, planId: plan.id, planKey: key };
}

/** Units report on it: by hand, by override, by spreadsheet; one asks for more time. */
export async function keepLedger(office: Office, database: Database, { planKey }: Round): Promise<void> {
  const obligations = (await office.row(
    `select json_agg(x order by x.key) as found from (
       select o.id as key, o.unit_id as unit from obligation o join task t on t.id = o.task_id
       join unit u on u.id = o.unit_id where o.plan_id = $1 and t.deadline_kind = 'BY_DATE' and u.name = '县教育局') x`,
    [planKey],
  )) as { found: { key: number; unit: number }[] };
  const [one, two, three, ...rest] = obligations.found;
  const reporter = office.as('REPORTER', 'reporter', one!.unit);
  const report = (key: number) => ({
    obligationId: globalId('Obligation', key),
    period: '2024-Q2',
    status: 'COMPLETED',
    completedOn: '2024-06-20',
    narrative: '已按要求公开。',
    evidence: [{ url: 'https://example.invalid/1', title: '公开页面' }],
  });
  const { entry } = await reporter.run('reportProgress', report(one!.key), 'entry { id }');
  await reporter.run('submitForReview', { subjectId: entry.id }, 'submission { id }', 'submitForReview (entry)');
  for (const stage of [1, 2, 3, 4]) {
    const reviewer = office.as('REVIEWER', `reviewer-${stage}`);
    const name = stage === 4 ? 'reviewItem (entry, the last stage: it is public)' : 'reviewItem (entry)';
    await reviewer.run(
      'reviewItem',
      { subjectId: entry.id, stage, decision: stage === 3 ? 'DISCLOSE' : 'APPROVE' },
      'submission { state }',
      name,
    );
  }
  const other = await reporter.run('reportProgress', report(two!.key), 'entry { id }');
  const administrator = office.as('ADMINISTRATOR', 'administrator');
  await administrator.run('publishEntry', { entryId: other.entry.id, reason: '量测' }, 'entry { id }');
  await administrator.run('withdrawEntry', { entryId: other.entry.id, reason: '量测' }, 'entry { id }');
  const asked = await reporter.run(
    'requestExtension',
    { obligationId: globalId('Obligation', three!.key), proposedDueOn: '2025-01-31', reason: '量测' },
    'extension { id }',
  );
  await office
    .as('PLANNER', 'planner')
    .run('decideExtension', { extensionId: asked.extension.id, decision: 'GRANTED', reason: '量测' }, 'extension { id }');
  await sendSheet(
    office,
    database,
    one!.unit,
    rest.slice(0, 4).map(({ key }) => globalId('Obligation', key)),
  );
}

async function sendSheet(office: Office, database: Database, unit: number, obligations: readonly string[]): Promise<void> {
  const names = ['period', 'status', 'narrative', 'obligation', 'version'].map((name) => `gongkai:${name}`);
  const rows = obligations.map((id) => ['2024-Q1', '进行中', '正在推进。', id, '']);
  const content = Buffer.from([names, ...rows].map((cells) => cells.join(',')).join('\r\n'));
  const uploadId = await database.owner.transaction((manager) => saveUpload(manager, { fileName: 'ledger.csv', content }, 'reporter'));
  const reporter = office.as('REPORTER', 'reporter', unit);
  await reporter.run('importLedger', { uploadId, submit: true }, 'reportedCount problems { message }', 'importLedger (4 rows, submitted)');
}

/** Findings, scores and frozen figures. */
export async function judge(office: Office, { number }: Round): Promise<void> {
  const administrator = office.as('ADMINISTRATOR', 'administrator');
  const planner = office.as('PLANNER', 'planner');
  const water = await office.row(
    `select u.id from unit u join region r on r.id = u.region_id where r.stable_id = $1 and u.name = '县水利局'`,
    [region],
  );
  const finding = { unitId: globalId('Unit', water.id), source: 'INSPECTION', finding: '栏目更新不及时', dueOn: '2099-12-31' };
  const { rectification } = await administrator.run('openRectification', finding, 'rectification { id }');
  const rectificationId = rectification.id;
  await office
    .as('REPORTER', 'water', water.id)
    .run('recordRectificationMeasures', { rectificationId, measures: '已补齐' }, 'rectification { id }');
  await office
    .as('REVIEWER', 'reviewer-1')
    .run('closeRectification', { rectificationId, passed: true, result: '属实' }, 'rectification { id }');
  await administrator.run('reopenRectification', { rectificationId, dueOn: '2099-12-31', reason: '复发' }, 'rectification { id }');
  const indicators = ['任务完成', '台账填报', '佐证材料'].map((title, at) => ({
    code: `${at + 1}`,
    title,
    weight: String([50, 30, 20][at]),
  }));
  const scheme = { regionCode: region, title: `量测指标${number}`, year: 2024, method: 'WEIGHTED', indicators };
  const defined = await planner.run('defineEvaluationScheme', scheme, 'scheme { id }');
  const scores = indicators.map(({ code }) => ({ code, score: '88', evidence: '检查记录' }));
  const period = { periodStart: '2024-01-01', periodEnd: '2024-12-31' };
  const { evaluation } = await planner.run(
    'recordEvaluation',
    {
      schemeId: defined.scheme.id,
      unitId: globalId('Unit', water.id),
      ...period,
      evaluatorKind: 'THIRD_PARTY',
      evaluator: '第三方评估机构',
      scores,
    },
    'evaluation { id }',
  );
  await planner.run('submitForReview', { subjectId: evaluation.id }, 'submission { id }', 'submitForReview (evaluation)');
  for (const stage of [1, 2, 3, 4]) {
    const reviewer = office.as('REVIEWER', `reviewer-${stage}`);
    await reviewer.run(
      'reviewItem',
      { subjectId: evaluation.id, stage, decision: stage === 3 ? 'DISCLOSE' : 'APPROVE' },
      'submission { state }',
      'reviewItem (evaluation)',
    );
  }
  await administrator.run('withdrawEvaluation', { evaluationId: evaluation.id, reason: '量测' }, 'evaluation { id }');
  await planner.run('issueSummary', { regionCode: region, period: '2024', reason: '量测' }, 'summary { id }');
}

/** Units, people, tokens, webhooks, chains. */
export async function administer(office: Office, { number }: Round): Promise<void> {
  const administrator = office.as('ADMINISTRATOR', 'administrator');
  const aUnit = async (name: string) =>
    (await administrator.run('upsertUnit', { regionCode: '511723', name, source: '量测' }, 'unit { id updatedAt }')).unit;
  const old = await aUnit(`县量测局${number}`);
  const renamed = await administrator.run(
    'renameUnit',
    { unitId: old.id, updatedAt: old.updatedAt, name: `县新量测局${number}`, reason: '量测' },
    'unit { id }',
  );
  const into = await aUnit(`县合并局${number}`);
  await administrator.run(
    'mergeUnits',
    { unitIds: [renamed.unit.id], intoUnitId: into.id, on: '2024-07-01', reason: '量测' },
    'unit { id }',
  );
  const group = {
    regionCode: '511723',
    expression: `量测单位${number}`,
    roster: 'COMPLETE',
    members: [{ unitId: into.id }],
    reason: '量测',
    source: '量测',
  };
  await administrator.run('upsertUnitGroup', group, 'unitGroup { id }');
  const person = { subject: `bench-${number}-${randomUUID()}`, role: 'REVIEWER' };
  const { user } = await administrator.run('createUser', person, 'user { id version }');
  await administrator.run('updateUser', { userId: user.id, version: user.version, displayName: '量测' }, 'user { id }');
  await administrator.run('issueToken', { userId: user.id }, 'token { id }');
  await administrator.run('revokeTokens', { subject: person.subject, reason: '量测' }, 'tokens { id }');
  await administrator.run('disableUser', { userId: user.id, reason: '量测' }, 'user { id }');
  await administrator.run('enableUser', { userId: user.id, reason: '量测' }, 'user { id }');
  const hook = { url: 'https://example.invalid/hook', events: ['PUBLISHED'] };
  const { webhook } = await administrator.run('createWebhook', hook, 'webhook { id }');
  await administrator.run('disableWebhook', { webhookId: webhook.id }, 'webhook { id }');
  const stages = [
    { kind: 'STAGE', titleZh: '审核', titleEn: 'Review' },
    { kind: 'CONFIDENTIALITY', titleZh: '保密审查', titleEn: 'Confidentiality review' },
  ];
  await administrator.run('configureReviewChain', { regionCode: '511723', stages }, 'chain { stages { position } }');
}

/** What concerns all plans, once a round at the end. */
export async function conclude(office: Office, { planId, number }: Round): Promise<void> {
  const administrator = office.as('ADMINISTRATOR', 'administrator');
  const derivation = await office.row(
    `select d.id from derivation d where not d.confirmed and d.relation in ('SAME', 'ADAPTED') order by d.id limit 1`,
  );
  await administrator.run(
    'confirmDerivation',
    { derivationId: globalId('Derivation', derivation.id), decision: 'CONFIRM', reason: '量测' },
    'derivation { id }',
  );
  const topic = await office.row(
    `select x.task_id as task, t.code from task_topic x join topic t on t.id = x.topic_id where not x.confirmed order by x.task_id, t.code limit 1`,
  );
  await administrator.run(
    'confirmTopic',
    { taskId: globalId('Task', topic.task), topicCode: topic.code, decision: 'CONFIRM', reason: '量测' },
    'task { id }',
  );
  // A release reads all that is public, and takes longer than all the rest of a round.
  if (number <= roundsWithRelease) await administrator.run('publishRelease', {}, 'release { number }');
  await administrator.run('withdrawPlan', { planId, reason: '量测' }, 'plan { id }');
}
