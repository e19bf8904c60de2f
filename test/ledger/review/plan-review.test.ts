import { runPlanSteps } from '../../../src/plans';
import { verifyAuditChain } from '../../../src/audit';
import { brokenRules } from '../../../src/app/standing-rules';
import { useTestDatabase } from '../../support/database';
import { aDraftPlan } from '../../support/plan-to-review';
import { officers } from '../../support/office';
import { answer, ask, type Data } from '../../support/query';

const database = useTestDatabase({ seeded: true });
const { administrator, planner, reporter, reviewer, auditor } = officers(() => database);

const round = 'submission { id round state step voidReason closedAt stages { position decision reviewer comment } }';

const submit = (subjectId: string, person = planner(), note?: string): Promise<Data> =>
  person.run('submitForReview', { subjectId, note }, round);
const review = (subjectId: string, stage: number, person: string, decision?: string, comment?: string): Promise<Data> =>
  reviewer(person).run('reviewItem', { subjectId, stage, decision: decision ?? (stage === 3 ? 'DISCLOSE' : 'APPROVE'), comment }, round);
const publish = (planId: string, person = planner(), input: object = {}): Promise<Data> =>
  person.run('publishPlan', { planId, ...input }, 'plan { state receipt { route overrideReason rounds } }');
const approveAll = async (id: string): Promise<void> => {
  for (const stage of [1, 2, 3, 4]) expect((await review(id, stage, `reviewer ${stage}`)).userErrors).toEqual([]);
};
const stateOf = async (id: string): Promise<string> =>
  (await auditor().data('query ($id: ID!) { plan(id: $id) { state } }', { id })).plan.state as string;
const edit = (key: number): Promise<void> =>
  database.owner.transaction(async (manager) => {
    await manager.query('select 1 from plan where id = $1 for update', [key]);
    await manager.query(`update task set text = text || '（改）' where plan_id = $1 and number = 1`, [key]);
    await runPlanSteps(manager, 'CHANGED', key);
  });

describe('a plan in review', () => {
  it('passes the stages in order, each by another person, and is published with a receipt that names nobody', async () => {
    const { id, documentNumber } = await aDraftPlan(database);
    expect(await publish(id)).toMatchObject({ plan: null, userErrors: [{ code: 'NOT_REVIEWED', field: ['planId'] }] });
    expect(await submit(id, planner(), '请审')).toMatchObject({ submission: { round: 1, state: 'OPEN', step: 1 }, userErrors: [] });
    expect(await stateOf(id)).toBe('IN_REVIEW');
    expect(await review(id, 2, 'reviewer 2')).toMatchObject({ userErrors: [{ code: 'NOT_ITS_TURN' }] });
    for (const stage of [1, 2, 3]) expect(await review(id, stage, `reviewer ${stage}`)).toMatchObject({ submission: { step: stage + 1 } });
    expect(await publish(id)).toMatchObject({ userErrors: [{ code: 'NOT_REVIEWED' }] });
    expect(await review(id, 4, 'reviewer 4', 'APPROVE', '同意公开')).toMatchObject({ submission: { state: 'APPROVED', step: null } });
    expect(await publish(id)).toMatchObject({ plan: { state: 'PUBLISHED', receipt: { route: 'REVIEWED', rounds: 1 } }, userErrors: [] });

    const { plan } = await answer(
      database.publicReader,
      `query ($number: String!) { plan(documentNumber: $number) { receipt { route contentSha256 overrideReason submittedAt completedAt correctedAt
        stages { position kind titleZh outcome decidedAt } } } }`,
      { number: documentNumber },
    );
    expect(plan.receipt).toMatchObject({ route: 'REVIEWED', overrideReason: null, correctedAt: null });
    expect(plan.receipt.contentSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(plan.receipt.stages.map((stage: Data) => [stage.position, stage.kind, stage.outcome])).toEqual([
      [1, 'STAGE', 'APPROVE'],
      [2, 'STAGE', 'APPROVE'],
      [3, 'CONFIDENTIALITY', 'DISCLOSE'],
      [4, 'STAGE', 'APPROVE'],
    ]);
    expect(JSON.stringify(plan)).not.toMatch(/reviewer|同意公开|请审/);
  });

  it('keeps names, comments and rounds from the public role of the database', async () => {
    for (const table of ['review', 'review_submission', 'review_chain', 'review_chain_stage'])
      await expect(database.publicReader.rows(`select 1 from ${table}`)).rejects.toThrow(/permission denied/);
    const { id, key } = await aDraftPlan(database);
    await submit(id);
    expect(await database.publicReader.rows('select 1 from review_receipt where subject_id = $1', [key])).toEqual([]);
    const { reviews } = await auditor().data('query ($id: ID!) { reviews(subjectId: $id) { id } }', { id });
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await auditor().data(node, { id: reviews[0].id })).toEqual({ node: reviews[0] });
    expect(await reporter().data(node, { id: reviews[0].id })).toEqual({ node: null });
    expect(await reporter().data('query ($id: ID!) { reviews(subjectId: $id) { id } }', { id })).toEqual({ reviews: [] });
    expect((await ask(database.publicReader, node, { id: reviews[0].id })).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });

  it('is reviewed neither by who brought it in, nor by who submitted it, nor twice by one person', async () => {
    const { id } = await aDraftPlan(database, { actor: 'author' });
    await submit(id, planner('submitter'));
    for (const person of ['author', 'submitter'])
      expect(await review(id, 1, person)).toMatchObject({ submission: null, userErrors: [{ code: 'OWN_WORK' }] });
    await review(id, 1, 'one');
    expect(await review(id, 2, 'one')).toMatchObject({ userErrors: [{ code: 'SECOND_STAGE' }] });
    await review(id, 2, 'two');
    expect(await review(id, 3, 'two')).toMatchObject({ userErrors: [{ code: 'SECOND_STAGE' }] });
  });

  it('is held to these rules by the database itself', async () => {
    const { id, key } = await aDraftPlan(database, { actor: 'author' });
    await submit(id);
    await review(id, 1, 'one');
    const decide = (stage: number, person: string): Promise<unknown> =>
      database.owner.query(
        `update review v set reviewer = $3, decision = case when kind = 'STAGE' then 'APPROVE' else 'DISCLOSE' end, decided_at = now(),
           content_sha256 = s.content_sha256
         from review_submission s where s.id = v.submission_id and s.subject_id = $1 and v.position = $2`,
        [key, stage, person],
      );
    await expect(decide(2, 'one')).rejects.toThrow(/nobody_holds_two_stages_of_one_item/);
    await expect(decide(2, 'author')).rejects.toThrow(/nobody reviews what they wrote/);
    await expect(decide(4, 'four')).rejects.toThrow(/not open/);
    await expect(decide(1, 'other')).rejects.toThrow(/decided once/);
    await expect(database.owner.query('delete from review')).rejects.toThrow(/decided once/);
    await expect(database.owner.query(`update review_submission set authors = '{nobody}'`)).rejects.toThrow(/kept as it was/);
  });

  it('is decided by one of two reviewers at the same moment, the other meets CONFLICT, on connections of their own', async () => {
    const { id, key } = await aDraftPlan(database);
    await submit(id);
    const people = Array.from({ length: 6 }, (_, index) => `rival ${index}`);
    const outcomes = await Promise.all(people.map((person) => review(id, 1, person)));
    expect(outcomes.filter(({ submission }) => submission)).toHaveLength(1);
    expect(outcomes.filter(({ error }) => error === 'CONFLICT')).toHaveLength(5);
    const [counted] = await database.internalReader.rows<object>(
      `select count(*) filter (where v.reviewer is not null)::int as decided, count(*)::int as stages,
         (select count(*)::int from audit_event where action = 'review.decide' and actor like 'rival%') as events
       from review v join review_submission s on s.id = v.submission_id where s.subject_type = 'PLAN' and s.subject_id = $1`,
      [key],
    );
    expect(counted).toEqual({ decided: 1, stages: 4, events: 1 });
  });

  it('is submitted once by two at the same moment', async () => {
    const { id } = await aDraftPlan(database);
    const outcomes = await Promise.all([submit(id, planner('one')), submit(id, planner('two')), submit(id, administrator())]);
    expect(outcomes.filter(({ submission }) => submission)).toHaveLength(1);
    expect(outcomes.filter(({ error }) => error === 'CONFLICT')).toHaveLength(2);
  });

  it('goes back to its author with a comment, and begins anew when it is submitted again, its history kept', async () => {
    const { id } = await aDraftPlan(database);
    await submit(id);
    await review(id, 1, 'one');
    expect(await review(id, 2, 'two', 'RETURN')).toMatchObject({ userErrors: [{ code: 'COMMENT_NEEDED', field: ['comment'] }] });
    expect(await review(id, 2, 'two', 'RETURN', '责任单位有误')).toMatchObject({ submission: { state: 'RETURNED', step: null } });
    expect(await stateOf(id)).toBe('DRAFT');
    expect(await review(id, 3, 'three')).toEqual({ error: 'CONFLICT' });
    expect(await submit(id)).toMatchObject({ submission: { round: 2, state: 'OPEN', step: 1 } });
    // Who held a stage of the first round may hold one of the second.
    expect(await review(id, 1, 'two')).toMatchObject({ submission: { step: 2 } });
    const { reviews } = await auditor().data(
      'query ($id: ID!) { reviews(subjectId: $id) { round state submittedBy authors stages { reviewer decision comment } subject { id } } }',
      { id },
    );
    expect(reviews.map((each: Data) => [each.round, each.state])).toEqual([
      [2, 'OPEN'],
      [1, 'RETURNED'],
    ]);
    expect(reviews[1].stages[1]).toEqual({ reviewer: 'two', decision: 'RETURN', comment: '责任单位有误' });
    expect(reviews[1].subject).toEqual({ id });
  });

  it('loses its approvals by an edit', async () => {
    const { id, key } = await aDraftPlan(database);
    await submit(id);
    await approveAll(id);
    await edit(key);
    expect(await stateOf(id)).toBe('DRAFT');
    expect(await publish(id)).toMatchObject({ userErrors: [{ code: 'NOT_REVIEWED' }] });
    expect(await submit(id)).toMatchObject({ submission: { round: 2 } });
    const { reviews } = await auditor().data('query ($id: ID!) { reviews(subjectId: $id) { state voidReason } }', { id });
    expect(reviews[1]).toEqual({ state: 'VOIDED', voidReason: 'CONTENT_CHANGED' });
  });

  it('is hashed again at every stage and at publication, so that no change gets past unseen', async () => {
    const { id, key } = await aDraftPlan(database);
    await submit(id);
    await review(id, 1, 'one');
    await database.owner.query(`update target set value = 9 where plan_id = $1`, [key]);
    await database.owner.query(`update plan set remarks = '{改动}' where id = $1`, [key]);
    expect(await review(id, 2, 'two')).toMatchObject({
      submission: { state: 'VOIDED', voidReason: 'CONTENT_CHANGED' },
      userErrors: [{ code: 'CONTENT_CHANGED' }],
    });
    expect(await stateOf(id)).toBe('DRAFT');
    await submit(id);
    await approveAll(id);
    await database.owner.query(`update responsibility set phrase = phrase || '等' where plan_id = $1`, [key]);
    expect(await publish(id)).toMatchObject({ plan: null, userErrors: [{ code: 'CONTENT_CHANGED' }] });
    expect(await submit(id)).toMatchObject({ submission: { round: 3 } });
  });

  it('says when it was corrected after its review', async () => {
    const { id, key } = await aDraftPlan(database);
    await submit(id);
    await approveAll(id);
    await publish(id);
    const corrected = async () =>
      (await answer(database.publicReader, 'query ($id: ID!) { plan(id: $id) { receipt { correctedAt } } }', { id })).plan.receipt
        .correctedAt;
    expect(await corrected()).toBeNull();
    await edit(key);
    expect(await corrected()).toEqual(expect.any(String));
    await database.owner.transaction(async (manager) => {
      await manager.query(`update task set text = replace(text, '（改）', '') where plan_id = $1`, [key]);
      await runPlanSteps(manager, 'CHANGED', key);
    });
    expect(await corrected()).toBeNull();
  });
});

describe('the confidentiality review', () => {
  it('decides in its own words, with a reason where it does not disclose', async () => {
    const { id } = await aDraftPlan(database);
    await submit(id);
    expect(await review(id, 1, 'one', 'DISCLOSE')).toMatchObject({ userErrors: [{ code: 'WRONG_DECISION', field: ['decision'] }] });
    await review(id, 1, 'one');
    await review(id, 2, 'two');
    expect(await review(id, 3, 'three', 'APPROVE')).toMatchObject({ userErrors: [{ code: 'WRONG_DECISION' }] });
    expect(await review(id, 3, 'three', 'REDACT', ' ')).toMatchObject({ userErrors: [{ code: 'COMMENT_NEEDED' }] });
    expect(await review(id, 3, 'three', 'REDACT', '删去第1项')).toMatchObject({ submission: { state: 'RETURNED' } });
  });

  it('cannot be overridden for the content that it kept back', async () => {
    const { id, key } = await aDraftPlan(database);
    await submit(id);
    await review(id, 1, 'one');
    await review(id, 2, 'two');
    expect(await review(id, 3, 'three', 'DO_NOT_DISCLOSE', '涉及未公开事项')).toMatchObject({ submission: { state: 'NOT_DISCLOSED' } });
    const override = { override: { reason: '急需公开' } };
    expect(await publish(id, administrator(), override)).toMatchObject({ plan: null, userErrors: [{ code: 'NOT_TO_BE_DISCLOSED' }] });
    await edit(key);
    expect(await publish(id, administrator(), override)).toMatchObject({ plan: { state: 'PUBLISHED' }, userErrors: [] });
  });
});

describe('publication', () => {
  it('without review is the administrator’s alone, by a reason that everyone sees', async () => {
    const { id } = await aDraftPlan(database);
    await submit(id);
    const override = { override: { reason: '应急事项，先行公开' } };
    expect(await publish(id, planner(), override)).toEqual({ error: 'FORBIDDEN' });
    expect(await publish(id, administrator())).toMatchObject({ userErrors: [{ code: 'NOT_REVIEWED' }] });
    expect(await publish(id, administrator(), { override: { reason: '  ' } })).toMatchObject({ userErrors: [{ code: 'NO_REASON' }] });
    expect(await publish(id, administrator(), override)).toMatchObject({ plan: { state: 'PUBLISHED' } });
    const source = 'query ($id: ID!) { plan(id: $id) { receipt { route overrideReason stages { position } submittedAt contentSha256 } } }';
    expect((await answer(database.publicReader, source, { id })).plan.receipt).toEqual({
      route: 'OVERRIDE',
      overrideReason: '应急事项，先行公开',
      stages: [],
      submittedAt: null,
      contentSha256: null,
    });
    const { reviews } = await auditor().data('query ($id: ID!) { reviews(subjectId: $id) { state voidReason } }', { id });
    expect(reviews).toEqual([{ state: 'VOIDED', voidReason: 'OVERRIDDEN' }]);
    const [event] = await database.internalReader.rows<{ payload: Data }>(
      `select payload from audit_event where action = 'plan.publish' order by id desc limit 1`,
    );
    expect(event!.payload.override).toBe('应急事项，先行公开');
  });

  it('of the plans that come with the system is a recorded override', async () => {
    const { plans } = await answer(
      database.publicReader,
      '{ plans(filterBy: { years: [2021, 2022, 2023] }) { nodes { receipt { route overrideReason } } } }',
    );
    expect(plans.nodes).toHaveLength(5);
    for (const { receipt } of plans.nodes) expect(receipt).toEqual({ route: 'OVERRIDE', overrideReason: expect.stringContaining('预置') });
  });

  it('is for the roles that may', async () => {
    const { id } = await aDraftPlan(database);
    for (const person of [reviewer(), reporter(), auditor()]) {
      expect(await publish(id, person)).toEqual({ error: 'FORBIDDEN' });
      if (person.viewer.role !== 'REPORTER') expect(await submit(id, person)).toEqual({ error: 'FORBIDDEN' });
    }
    expect(await submit(id, reporter())).toEqual({ error: 'FORBIDDEN' });
    await submit(id);
    for (const person of [planner(), administrator(), auditor()])
      expect(await person.run('reviewItem', { subjectId: id, stage: 1, decision: 'APPROVE' }, round)).toEqual({ error: 'FORBIDDEN' });
  });
});

describe('withdrawal', () => {
  const gone = `query ($id: ID!) { plan(id: $id) { id } node(id: $id) { id }
    withdrawnPlans(filterBy: { planIds: [$id] }) { totalCount nodes { id planId title documentNumber reason sourceSha256 withdrawnAt } } }`;
  const withdraw = (planId: string, input: object, person = administrator()): Promise<Data> =>
    person.run('withdrawPlan', { planId, ...input }, 'plan { state receipt { route } }');

  it('leaves the public a reason and a date, and nothing of the content', async () => {
    const { id, documentNumber } = await aDraftPlan(database);
    await submit(id);
    await approveAll(id);
    await publish(id);
    expect(await withdraw(id, { reason: ' ' })).toMatchObject({ userErrors: [{ code: 'NO_REASON' }] });
    expect(await withdraw(id, { reason: '文号有误' }, reviewer('outsider'))).toEqual({ error: 'FORBIDDEN' });
    expect(await withdraw(id, { reason: '文号有误' }, planner())).toEqual({ plan: { state: 'WITHDRAWN', receipt: null }, userErrors: [] });
    const seen = await answer(database.publicReader, gone, { id });
    expect(seen).toMatchObject({ plan: null, node: null, withdrawnPlans: { totalCount: 1 } });
    expect(seen.withdrawnPlans.nodes[0]).toMatchObject({ planId: id, documentNumber, reason: '文号有误' });
    expect(JSON.stringify(seen)).not.toContain('招生');
    const tombstone = seen.withdrawnPlans.nodes[0].id;
    const found = await answer(database.publicReader, 'query ($id: ID!) { node(id: $id) { id ... on WithdrawnPlan { reason } } }', {
      id: tombstone,
    });
    expect(found.node).toEqual({ id: tombstone, reason: '文号有误' });
  });

  it('voids the approvals: whoever publishes again reviews again, and the notice goes', async () => {
    const { id } = await aDraftPlan(database);
    await submit(id);
    await approveAll(id);
    await publish(id);
    await withdraw(id, { reason: '核实中' });
    expect(await publish(id)).toMatchObject({ userErrors: [{ code: 'NOT_REVIEWED' }] });
    expect(await submit(id)).toMatchObject({ submission: { round: 2 } });
    expect((await answer(database.publicReader, gone, { id })).withdrawnPlans.totalCount).toBe(1);
    await approveAll(id);
    expect(await publish(id)).toMatchObject({ plan: { state: 'PUBLISHED', receipt: { rounds: 2 } } });
    expect((await answer(database.publicReader, gone, { id })).withdrawnPlans).toEqual({ totalCount: 0, nodes: [] });
  });

  it('withholds the title too where that must not be shown', async () => {
    const { id } = await aDraftPlan(database);
    await publish(id, administrator(), { override: { reason: '测试' } });
    await withdraw(id, { reason: '标题有误', withholdTitle: true });
    const { withdrawnPlans } = await answer(database.publicReader, gone, { id });
    expect(withdrawnPlans.nodes).toMatchObject([{ planId: id, title: null, documentNumber: null, reason: '标题有误' }]);
  });

  it('tells nothing of plans that were never public', async () => {
    const { id } = await aDraftPlan(database);
    expect(await withdraw(id, { reason: '草稿' })).toEqual({ error: 'CONFLICT' });
    expect((await answer(database.publicReader, gone, { id })).withdrawnPlans.totalCount).toBe(0);
  });
});

test('after all of this the standing rules hold and the audit log is whole', async () => {
  expect(await brokenRules(database.owner)).toEqual([]);
  expect(await verifyAuditChain(database.owner)).toEqual([]);
});
