import { globalId } from '../../src/platform/graphql';
import { ApiClient, absentId } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import { buildPlan } from '../support/plan-builder';
import type { Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const api = new ApiClient(() => database.publicReader);

const query = `query ($left: ID!, $right: ID!) { comparePlans(left: $left, right: $right) {
  isLineage left { id title } right { id title } facts { name left right }
  counts { same adapted leftSplit rightSplit leftMerged rightMerged leftOnly rightOnly leftMatchedRate }
  rows { relation similarity reason confirmed left { id number text } right { id number text } textDiff { kind text }
    deadlineDiff { kindChanged shiftDays before { text } after { text } } unitDiff { kind before { phrase } after { phrase } }
    targetDiff { kind valueChange before { value unit } after { value unit } } } } }`;

let plans: Record<'dazhou' | 'tongchuan' | 'wanyuan' | 'guangyuan' | 'meishan', string>;

beforeAll(async () => {
  const { regions } = await api.data(
    '{ regions(filterBy: { codes: ["511700", "511702", "511781", "510800", "511400"] }) { nodes { code plans { nodes { id } } } } }',
  );
  const of = (code: string): string => regions.nodes.find((region: Data) => region.code === code).plans.nodes[0].id;
  plans = { dazhou: of('511700'), tongchuan: of('511702'), wanyuan: of('511781'), guangyuan: of('510800'), meishan: of('511400') };
});

const compare = async (left: string, right: string): Promise<Data> => (await api.data(query, { left, right })).comparePlans;
const numbers = ({ rows }: Data, side: string): number[] =>
  [...new Set<number>(rows.flatMap((row: Data) => row[side]?.number ?? []))].sort((a, b) => a - b);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('two plans side by side', () => {
  it('of which the one derives from the other are their stored alignment', async () => {
    const comparison = await compare(plans.dazhou, plans.tongchuan);
    expect(comparison.isLineage).toBe(true);
    expect(comparison.counts).toEqual({
      same: 29,
      adapted: 18,
      leftSplit: 0,
      rightSplit: 0,
      leftMerged: 0,
      rightMerged: 0,
      leftOnly: 8,
      rightOnly: 0,
      leftMatchedRate: 47 / 55,
    });
    expect(comparison.facts).toContainEqual({ name: 'TASKS', left: '55', right: '47' });
    expect(comparison.facts).toContainEqual({ name: 'DOCUMENT_NUMBER', left: '达市府办发〔2023〕8号', right: null });
  });

  it('read the same from the other side, every relation turned', async () => {
    const [there, back] = [await compare(plans.dazhou, plans.tongchuan), await compare(plans.tongchuan, plans.dazhou)];
    const pairs = (comparison: Data, a: string, b: string) =>
      comparison.rows.map((row: Data) => `${row[a]?.number ?? '-'} ${row[b]?.number ?? '-'}`).sort();
    expect(pairs(back, 'right', 'left')).toEqual(pairs(there, 'left', 'right'));
    expect(back.counts).toMatchObject({ same: 29, adapted: 18, leftOnly: 0, rightOnly: 8 });
  });

  it('of two cities and two years are aligned on demand, every task accounted for, in order', async () => {
    const comparison = await compare(plans.guangyuan, plans.meishan);
    expect(comparison.isLineage).toBe(false);
    expect(numbers(comparison, 'left')).toEqual(upTo(22));
    expect(numbers(comparison, 'right')).toEqual(upTo(57));
    const lefts = comparison.rows.flatMap((row: Data) => row.left?.number ?? []);
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
    const ofRelation = (relation: string, side: string) =>
      new Set(comparison.rows.filter((row: Data) => row.relation === relation).map((row: Data) => row[side].number)).size;
    expect(comparison.counts).toMatchObject({
      rightOnly: ofRelation('NEW', 'right'),
      leftOnly: ofRelation('DROPPED', 'left'),
      leftSplit: ofRelation('SPLIT', 'left'),
      rightSplit: ofRelation('SPLIT', 'right'),
    });
    for (const row of comparison.rows.filter(({ left, right }: Data) => left && right)) {
      const joined = (kind: string) =>
        row.textDiff
          .filter((segment: Data) => segment.kind !== kind)
          .map((segment: Data) => segment.text)
          .join('');
      expect([joined('ADDED'), joined('REMOVED')]).toEqual([row.left.text, row.right.text]);
      expect(row.confirmed).toBe(false);
    }
  });

  it('are all the same where they are one', async () => {
    for (const plan of Object.values(plans)) {
      const { rows, counts } = await compare(plan, plan);
      expect(counts).toMatchObject({ same: rows.length, adapted: 0, leftOnly: 0, rightOnly: 0, leftMatchedRate: 1 });
      expect(rows.map(({ left, right }: Data) => left.number - right.number)).toEqual(rows.map(() => 0));
      expect(rows.every(({ textDiff, deadlineDiff }: Data) => textDiff.length === 1 && deadlineDiff === null)).toBe(true);
    }
  });

  it('give the same answer again, kept or not', async () => {
    expect(await compare(plans.wanyuan, plans.meishan)).toEqual(await compare(plans.wanyuan, plans.meishan));
  });

  it('are told as left and right where neither is above the other', async () => {
    const { rows } = await compare(plans.wanyuan, plans.meishan);
    const reasons = rows.map(({ reason }: Data) => reason).join('\n');
    expect(reasons).toMatch(/左侧要点|右侧要点/);
    expect(reasons).not.toMatch(/上级要点|下级要点/);
  });

  it('take a bounded number of statements', async () => {
    const { statements } = await api.ask(query, { left: plans.guangyuan, right: plans.meishan });
    expect(statements.length).toBeLessThanOrEqual(12);
  });

  it('are not there where one is a draft, withdrawn or absent', async () => {
    const draft = await database.owner.transaction((manager) =>
      buildPlan(manager, { region: '511703', tasks: ['公开教育经费。'], publish: false }),
    );
    for (const right of [globalId('Plan', draft.id), absentId('Plan')])
      expect(await api.code(query, { left: plans.dazhou, right })).toBe('NOT_FOUND');
    expect(await api.code(query, { left: plans.dazhou, right: absentId('Task') })).toBe('BAD_USER_INPUT');
  });

  it('are refused where they are too long to compare while everybody waits', async () => {
    const long = await database.owner.transaction((manager) =>
      buildPlan(manager, { region: '511725', title: '长表', tasks: ['公开首项。'] }),
    );
    await database.owner.query(
      `insert into task (plan_id, number, text, deadline_kind, deadline_rule, source_text)
       select $1, number, '公开第' || number || '项。', 'NONE', 'built', 'x' from generate_series(2, 501) number`,
      [long.id],
    );
    const id = globalId('Plan', long.id);
    expect(await api.code(query, { left: id, right: id })).toBe('BAD_USER_INPUT');
  });
});
