import { globalId } from '../../../src/platform/graphql';
import { useTestDatabase } from '../../support/database';
import { aDraftPlan } from '../../support/plan-to-review';
import { officers } from '../../support/office';
import type { Data } from '../../support/query';

const database = useTestDatabase({ seeded: true });
const { administrator, planner, reviewer, auditor } = officers(() => database);

const stage = (titleZh: string, more: object = {}): object => ({ kind: 'STAGE', titleZh, titleEn: titleZh, ...more });
const secrecy = (more: object = {}): object => ({ kind: 'CONFIDENTIALITY', titleZh: '保密审查', titleEn: 'Confidentiality', ...more });

const configure = (regionCode: string, stages: object[], more: object = {}, person = administrator()): Promise<Data> =>
  person.run(
    'configureReviewChain',
    { regionCode, stages, ...more },
    'chain { region { code } subjectType stages { position step titleZh } }',
  );

const chain = async (regionCode: string, subjectType = 'PLAN', unitId: string | null = null): Promise<Data> =>
  (
    await auditor().data(
      `query ($regionCode: String!, $subjectType: ReviewSubjectType!, $unitId: ID) { reviewChain(regionCode: $regionCode, subjectType: $subjectType, unitId: $unitId) {
        region { code } unit { id } subjectType stages { kind step titleZh unit { id } ofOwnUnit } } }`,
      { regionCode, subjectType, unitId },
    )
  ).reviewChain;
const titles = async (...args: Parameters<typeof chain>): Promise<string[]> =>
  (await chain(...args)).stages.map((each: Data) => each.titleZh);

const submit = (subjectId: string): Promise<Data> => planner().run('submitForReview', { subjectId }, 'submission { id step state }');
const decide = (subjectId: string, position: number, person: ReturnType<typeof reviewer>, decision = 'APPROVE'): Promise<Data> =>
  person.run('reviewItem', { subjectId, stage: position, decision }, 'submission { step state }');

async function unitOf(region: string): Promise<{ id: string; key: number }> {
  const [row] = await database.internalReader.rows<{ id: number }>(
    'select u.id from unit u join region r on r.id = u.region_id where r.stable_id = $1 order by u.id limit 1',
    [region],
  );
  return { id: globalId('Unit', row!.id), key: row!.id };
}

describe('the chain of review', () => {
  it('is the built-in one of three stages with a confidentiality review before the last, where none is configured', async () => {
    const { region, stages } = await chain('511723');
    expect(region).toBeNull();
    expect(stages.map((each: Data) => [each.step, each.kind])).toEqual([
      [1, 'STAGE'],
      [2, 'STAGE'],
      [3, 'CONFIDENTIALITY'],
      [4, 'STAGE'],
    ]);
  });

  it('is that of the nearest region upwards, of the unit before its region, of the sort of record before any', async () => {
    const unit = await unitOf('511722');
    await configure('510000', [stage('省级审核'), secrecy()]);
    await configure('511722', [stage('县级审核'), secrecy()]);
    await configure('511722', [stage('县级台账审核'), secrecy()], { subjectType: 'LEDGER_ENTRY' });
    await configure('511722', [stage('本单位审核'), secrecy()], { unitId: unit.id });
    expect(await titles('511700')).toContain('省级审核');
    expect(await titles('511722')).toContain('县级审核');
    expect(await titles('511722', 'LEDGER_ENTRY')).toContain('县级台账审核');
    expect(await titles('511722', 'LEDGER_ENTRY', unit.id)).toContain('本单位审核');
    expect((await chain('511722', 'PLAN', unit.id)).unit).toEqual({ id: unit.id });
    // Taken away, the next one upwards holds again.
    expect(await configure('511722', [])).toMatchObject({ chain: { region: { code: '510000' } }, userErrors: [] });
    expect(await titles('511722')).toContain('省级审核');
    for (const [code, more] of [
      ['510000', {}],
      ['511722', { subjectType: 'LEDGER_ENTRY' }],
      ['511722', { unitId: unit.id }],
    ] as const)
      await configure(code, [], more);
    expect((await chain('511722', 'LEDGER_ENTRY', unit.id)).region).toBeNull();
  });

  it('is configured by administrators, whole or not at all', async () => {
    const other = await unitOf('511724');
    const refused: [object[], object, string][] = [
      [[stage('一'), stage('二')], {}, 'NO_WHOLE_CHAIN'],
      [[secrecy()], {}, 'NO_WHOLE_CHAIN'],
      [[stage('一'), secrecy(), secrecy()], {}, 'NO_WHOLE_CHAIN'],
      [[stage('一', { step: 1 }), secrecy()], {}, 'NO_WHOLE_CHAIN'],
      [[stage('一', { step: 1 }), secrecy({ step: 3 })], {}, 'NO_WHOLE_CHAIN'],
      [[stage('一', { step: 2 }), secrecy({ step: 3 })], {}, 'NO_WHOLE_CHAIN'],
      [[stage('一', { ofOwnUnit: true, unitId: other.id }), secrecy()], {}, 'NO_WHOLE_CHAIN'],
      [[stage('一'), secrecy()], { unitId: other.id }, 'UNIT_OF_OTHER_REGION'],
    ];
    for (const [stages, more, code] of refused)
      expect(await configure('511722', stages, more)).toMatchObject({ chain: null, userErrors: [{ code }] });
    expect(await configure('999999', [stage('一'), secrecy()])).toMatchObject({ userErrors: [{ code: 'NO_REGION' }] });
    for (const person of [planner(), reviewer(), auditor()])
      expect(await configure('511722', [stage('一'), secrecy()], {}, person)).toEqual({ error: 'FORBIDDEN' });
    expect((await chain('511722')).region).toBeNull();
  });

  it('opens stages of one step together, and the next step when all of them have approved', async () => {
    await configure('511723', [stage('初审', { step: 1 }), secrecy({ step: 1 }), stage('终审', { step: 2 })]);
    const { id } = await aDraftPlan(database);
    await submit(id);
    expect(await decide(id, 2, reviewer('b'), 'DISCLOSE')).toMatchObject({ submission: { step: 1, state: 'OPEN' } });
    expect(await decide(id, 3, reviewer('c'))).toMatchObject({ userErrors: [{ code: 'NOT_ITS_TURN' }] });
    expect(await decide(id, 1, reviewer('a'))).toMatchObject({ submission: { step: 2 } });
    // A later change of the chain leaves alone what is in review.
    await configure('511723', [stage('新的初审'), secrecy()]);
    expect(await decide(id, 3, reviewer('c'))).toMatchObject({ submission: { step: null, state: 'APPROVED' } });
    await configure('511723', []);
  });

  it('keeps a stage to the reviewers of its unit', async () => {
    const unit = await unitOf('511723');
    await configure('511723', [stage('办公室审核', { unitId: unit.id }), secrecy()]);
    const { id } = await aDraftPlan(database);
    await submit(id);
    expect(await decide(id, 1, reviewer('stranger'))).toMatchObject({ userErrors: [{ code: 'STAGE_OF_OTHER_UNIT', field: ['stage'] }] });
    expect(await decide(id, 1, reviewer('colleague', unit.key))).toMatchObject({ submission: { step: 2 } });
    await configure('511723', []);
  });
});

describe('the queue of reviews', () => {
  const waiting = async (person: ReturnType<typeof reviewer>, filterBy: object = {}): Promise<string[]> =>
    (
      await person.data(
        'query ($filterBy: ReviewQueueFilter) { reviewQueue(first: 100, filterBy: $filterBy) { nodes { subject { id } } } }',
        {
          filterBy,
        },
      )
    ).reviewQueue.nodes.map((each: Data) => each.subject.id);

  it('tells who what waits for, and what no longer does', async () => {
    const [first, second] = [await aDraftPlan(database, { actor: 'author' }), await aDraftPlan(database)];
    await submit(first.id);
    await submit(second.id);
    expect(await waiting(reviewer('one'))).toEqual(expect.arrayContaining([first.id, second.id]));
    await decide(first.id, 1, reviewer('one'));
    const mine = { waitingForMe: true };
    expect(await waiting(reviewer('one'), mine)).not.toContain(first.id);
    expect(await waiting(reviewer('one'), mine)).toContain(second.id);
    expect(await waiting(reviewer('one'), { waitingForMe: false })).toContain(first.id);
    expect(await waiting(reviewer('author'), mine)).toEqual(expect.not.arrayContaining([first.id]));
    expect(await waiting(reviewer('two'), mine)).toEqual(expect.arrayContaining([first.id, second.id]));
    expect(await waiting(planner(), mine)).toEqual([]);
    expect(await waiting(reviewer('two'), { stages: [2] })).toContain(first.id);
    expect(await waiting(reviewer('two'), { stages: [2] })).not.toContain(second.id);
    expect(await waiting(reviewer('two'), { stageKinds: ['CONFIDENTIALITY'] })).not.toContain(first.id);
    expect(await waiting(reviewer('two'), { withinRegion: '511700', subjectTypes: ['PLAN'] })).toContain(first.id);
    expect(await waiting(reviewer('two'), { withinRegion: '511724' })).toEqual([]);
    expect(await waiting(reviewer('two'), { unitIds: [(await unitOf('511723')).id] })).toEqual([]);
  });

  it('takes as many statements for many rows as for one', async () => {
    const source = `query ($first: Int!) { reviewQueue(first: $first) { totalCount nodes { subject { ... on Plan { title region { name } } } region { name } unit { name }
      stages { titleZh unit { name } } } } }`;
    const one = await auditor().ask(source, { first: 1 });
    const many = await auditor().ask(source, { first: 100 });
    expect(many.data.reviewQueue.nodes.length).toBeGreaterThan(2);
    expect(many.statements.length).toBe(one.statements.length);
    expect(many.statements.length).toBeLessThanOrEqual(6);
  });
});

test('a reviewer of a unit is made by an account or a token, and holds the stages kept to it', async () => {
  const unit = await unitOf('511723');
  const make = (subject: string, role: string, unitId: string | null): Promise<Data> =>
    administrator().run('createUser', { subject, role, unitId }, 'user { role unit { id } }');
  expect(await make('reviewer of the office', 'REVIEWER', unit.id)).toMatchObject({ user: { role: 'REVIEWER', unit: { id: unit.id } } });
  expect(await make('reviewer of none', 'REVIEWER', null)).toMatchObject({ user: { unit: null }, userErrors: [] });
  expect(await make('planner of the office', 'PLANNER', unit.id)).toMatchObject({ userErrors: [{ code: 'UNIT_FOR_REPORTERS_ONLY' }] });
  await expect(
    database.owner.query(`insert into user_account (subject, role, unit_id) values ('x', 'AUDITOR', $1)`, [unit.key]),
  ).rejects.toThrow(/unit_goes_with_the_role/);
});
