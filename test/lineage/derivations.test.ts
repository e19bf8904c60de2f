import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import type { Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const api = new ApiClient(() => database.publicReader);

const tongchuan = '{ region(code: "511702") { plans { nodes { id title } } } }';
const dazhou = '{ plan(documentNumber: "达市府办发〔2023〕8号") { id } }';

let [upperId, lowerId]: string[] = [];
let rows: Data[];

const rowsQuery = `query ($id: ID!, $from: ID) { plan(id: $id) { derivations(from: $from) {
  id relation similarity reason confirmed
  upstream { id number text } downstream { id number text } upstreamPlan { id } downstreamPlan { id }
  textDiff { kind text } deadlineDiff { kindChanged shiftDays before { text } after { text explanation } }
  unitDiff { kind functionLine { code } before { phrase unit { name } group { expression } } after { phrase unit { name } group { expression } } }
  targetDiff { kind valueChange shiftDays before { value } after { value } } } } }`;

beforeAll(async () => {
  upperId = (await api.data(dazhou)).plan.id;
  lowerId = (await api.data(tongchuan)).region.plans.nodes[0].id;
  rows = (await api.data(rowsQuery, { id: lowerId, from: upperId })).plan.derivations;
});

const row = (upper: number | null, lower: number | null): Data =>
  rows.find((each) => (each.upstream?.number ?? null) === upper && (each.downstream?.number ?? null) === lower);

describe('the plans', () => {
  it('tell from which others they derive, why, and that nobody confirmed it yet', async () => {
    const query = `query ($id: ID!) { plan(id: $id) { derivedFrom { documentNumber } upstream { id rule reason confirmed upstream { id } downstream { id } } } }`;
    const { plan } = await api.data(query, { id: lowerId });
    expect(plan.derivedFrom).toEqual([{ documentNumber: '达市府办发〔2023〕8号' }]);
    expect(plan.upstream).toEqual([
      expect.objectContaining({ rule: 'ABOVE', confirmed: false, upstream: { id: upperId }, downstream: { id: lowerId } }),
    ]);
    expect(plan.upstream[0].reason).toMatch(/达州市.*2023年.* \/ .*nearest region above/);
    const { node } = await api.data('query ($id: ID!) { node(id: $id) { ... on PlanDerivation { rule } } }', { id: plan.upstream[0].id });
    expect(node).toEqual({ rule: 'ABOVE' });
  });

  it('tell which others derive from them', async () => {
    const { plan } = await api.data(`query ($id: ID!) { plan(id: $id) { downstream { totalCount nodes { downstream { id } } } } }`, {
      id: upperId,
    });
    expect(plan.downstream).toEqual({ totalCount: 1, nodes: [{ downstream: { id: lowerId } }] });
  });

  it('of other years and cities derive from none that is held', async () => {
    const { plans } = await api.data('{ plans { nodes { documentNumber derivedFrom { id } derivations { id } } } }');
    for (const plan of plans.nodes.filter(({ documentNumber }: Data) => documentNumber !== null))
      expect(plan).toEqual({ documentNumber: plan.documentNumber, derivedFrom: [], derivations: [] });
  });
});

describe('the alignment of Tongchuan with Dazhou', () => {
  it('accounts for all 55 and all 47 tasks', () => {
    const numbers = (side: string) => [...new Set(rows.flatMap((each) => each[side]?.number ?? []))].sort((a, b) => a - b);
    expect(numbers('upstream')).toEqual(Array.from({ length: 55 }, (_, at) => at + 1));
    expect(numbers('downstream')).toEqual(Array.from({ length: 47 }, (_, at) => at + 1));
  });

  it('stands in the order of the lower plan, what was dropped behind', () => {
    expect(rows.slice(0, 47).map(({ downstream }) => downstream.number)).toEqual(Array.from({ length: 47 }, (_, at) => at + 1));
    expect(rows.slice(47).map(({ relation, upstream }) => [relation, upstream.number])).toEqual(
      [4, 7, 31, 32, 35, 45, 46, 47].map((number) => ['DROPPED', number]),
    );
  });

  it('tells what was taken over word for word: SAME, and no difference of text', () => {
    for (const each of rows.filter(({ relation }) => relation === 'SAME')) {
      expect(each.upstream.text).toBe(each.downstream.text);
      expect(each).toMatchObject({ similarity: 1, textDiff: [{ kind: 'EQUAL', text: each.upstream.text }] });
    }
    for (const each of rows.filter(({ relation }) => relation === 'ADAPTED')) expect(each.upstream.text).not.toBe(each.downstream.text);
  });

  it('shows what was adapted to the district', () => {
    const change = row(12, 10);
    expect(change.textDiff).toEqual([
      { kind: 'EQUAL', text: '做好' },
      { kind: 'REMOVED', text: '53项' },
      { kind: 'ADDED', text: '通川区10项' },
      { kind: 'EQUAL', text: '民生实事实施信息公开' },
      { kind: 'REMOVED', text: '。' },
    ]);
    expect(change.targetDiff).toEqual([
      { kind: 'CHANGED', valueChange: -43, shiftDays: null, before: { value: 53 }, after: { value: 10 } },
    ]);
    expect(change.deadlineDiff).toBeNull();
  });

  it('keeps the name of a body whole in the difference of texts', () => {
    expect(row(51, 43).textDiff.slice(0, 2)).toEqual([
      { kind: 'REMOVED', text: '市政府办公室' },
      { kind: 'ADDED', text: '区政府办公室' },
    ]);
  });

  it('sees the same body at both levels by its line of work, and the governments below in either collective', () => {
    const bodies = row(5, 4).unitDiff.map(({ kind, functionLine, before, after }: Data) => [
      kind,
      functionLine?.code ?? null,
      before && (before.unit ?? before.group) && (before.unit?.name ?? before.group?.expression),
      after && (after.unit?.name ?? after.group?.expression),
    ]);
    expect(bodies).toEqual([
      ['KEPT', 'EDUCATION', '市教育局', '区教育局'],
      ['KEPT', 'EMERGENCY', '市应急局', '区应急管理局'],
      ['KEPT', null, '各县（市、区）人民政府', '各乡镇街委'],
      ['REMOVED', null, '达州高新区管委会', null],
      ['REMOVED', null, '达州东部经开区管委会', null],
    ]);
  });

  it('has no differences where there is one task only', () => {
    expect(rows.at(-1)).toMatchObject({
      relation: 'DROPPED',
      downstream: null,
      similarity: null,
      textDiff: null,
      deadlineDiff: null,
      unitDiff: null,
      targetDiff: null,
    });
  });

  it('is found from the tasks of either side', async () => {
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Task { upstream { relation upstream { number } } downstream { relation downstream { number } downstreamPlan { id } } } } }`;
    const ids = [row(12, 10).downstream.id, row(12, 10).upstream.id, row(4, null).upstream.id];
    const { nodes } = await api.data(query, { ids });
    expect(nodes).toEqual([
      { upstream: [{ relation: 'ADAPTED', upstream: { number: 12 } }], downstream: [] },
      { upstream: [], downstream: [{ relation: 'ADAPTED', downstream: { number: 10 }, downstreamPlan: { id: lowerId } }] },
      { upstream: [], downstream: [{ relation: 'DROPPED', downstream: null, downstreamPlan: { id: lowerId } }] },
    ]);
  });

  it('of a plan from which it does not derive is empty', async () => {
    const { plan } = await api.data(rowsQuery, { id: lowerId, from: lowerId });
    expect(plan.derivations).toEqual([]);
    expect(await api.code(rowsQuery, { id: lowerId, from: rows[0].id })).toBe('BAD_USER_INPUT');
  });

  it('takes as many statements for all its rows as for one', async () => {
    const { statements } = await api.ask(rowsQuery, { id: lowerId, from: upperId });
    expect(statements.length).toBeLessThanOrEqual(11);
    const tasks = `query ($id: ID!, $first: Int) { plan(id: $id) { tasks(first: $first) { nodes { upstream { upstream { number } textDiff { kind } } } } } }`;
    const [one, many] = [await api.ask(tasks, { id: lowerId, first: 1 }), await api.ask(tasks, { id: lowerId, first: 47 })];
    expect(many.statements.length).toBe(one.statements.length);
  });
});
