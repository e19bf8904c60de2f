import { brokenRules } from '../../src/app/standing-rules';
import { useTestDatabase } from '../support/database';
import { importText, planText } from '../support/draft-plan';
import { aReport, readLedgerPlan } from '../support/ledger-plan';
import { officers } from '../support/office';
import { answer, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const office = officers(() => database);

const rows = [
  '1\t主动公开\t公开学校招生信息。\t县教育局、县财政局\t2024年9月底',
  '2\t主动公开\t公开财政预算。\t县财政局，各乡镇人民政府\t及时公开',
  '3\t依申请公开\t规范办理依申请公开。\t县政府办公室\t长期坚持',
];
/** Task 1 is due later, 2 is gone. */
const amended = [rows[0]!.replace('9月底', '10月底'), rows[2]!];

async function planNow(id: string): Promise<Data> {
  const fields = 'tasks { nodes { id version deadline { text dueOn } } } versions { nodes { id number state } }';
  return (await answer(database.internalReader, `query ($id: ID!) { node(id: $id) { ... on Plan { ${fields} } } }`, { id })).node;
}

const publish = (planId: string): Promise<Data> =>
  office.administrator().run('publishPlan', { planId, override: { reason: '测试' } }, 'plan { state }');

let number = 700;
const nextNumber = (): number => (number += 1);

afterEach(async () => {
  expect(await brokenRules(database.owner)).toEqual([]);
});

describe('a version that waits beside a public plan', () => {
  it('gives way, with a conflict that says so, to a correction made while it waited on what it changes itself', async () => {
    const at = nextNumber();
    const { planId } = await importText(database, planText(at, rows), { publish: true });
    await importText(database, planText(at, amended));
    const [first] = (await planNow(planId)).tasks.nodes;
    const corrected = { deadline: { dueOn: '2024-09-15', precision: 'DAY' }, reason: '经核实' };
    const edited = await office.planner().run('editTask', { taskId: first.id, version: first.version, ...corrected }, 'task { id }');
    expect(edited).toMatchObject({ task: { id: first.id }, userErrors: [] });
    await publish(planId);
    const after = await planNow(planId);
    expect(after.tasks.nodes[0]).toMatchObject({ id: first.id, deadline: { text: '2024年10月底', dueOn: '2024-09-15' } });
    expect(after.versions.nodes[0].state).toBe('CURRENT');
    const { node } = await answer(
      database.internalReader,
      'query ($id: ID!) { node(id: $id) { ... on PlanVersion { conflicts { field document task { number } } } } }',
      { id: after.versions.nodes[0].id },
    );
    expect(node.conflicts).toEqual([{ field: 'deadline', task: { number: 1 }, document: expect.stringContaining('2024-10-31') }]);
  });

  it('is corrected by the corrected file: what it said wrong never becomes public', async () => {
    const at = nextNumber();
    const { planId } = await importText(database, planText(at, rows), { publish: true });
    const waiting = (day: string) => importText(database, planText(at, [rows[0]!.replace('2024年9月底', day), ...rows.slice(1)]));
    await waiting('2024年1月底');
    const corrected = await waiting('2024年11月底');
    expect(corrected).toMatchObject({ planId, version: { number: 3, isNew: true } });
    expect((await planNow(planId)).tasks.nodes[0].deadline.dueOn).toBe('2024-09-30');
    await publish(planId);
    const after = await planNow(planId);
    expect(after.tasks.nodes[0].deadline).toMatchObject({ text: '2024年11月底', dueOn: '2024-11-30' });
    expect(after.versions.nodes.map(({ number: place, state }: Data) => [place, state])).toEqual([
      [3, 'CURRENT'],
      [2, 'DISCARDED'],
      [1, 'SUPERSEDED'],
    ]);
    const { plan } = await answer(database.publicReader, 'query ($id: ID!) { plan(id: $id) { versions { nodes { number } } } }', {
      id: planId,
    });
    expect(plan.versions.nodes).toEqual([{ number: 3 }, { number: 1 }]);
  });
});

describe('an amended document that is published at once', () => {
  it('loses no report that comes at the same time: each is kept, or refused because its task has ended', async () => {
    const at = nextNumber();
    const { planId } = await importText(database, planText(at, rows), { publish: true });
    await office.planner().run('generateObligations', { planId, ledgerSince: '2024-01-01' }, 'createdCount');
    const ledger = await readLedgerPlan(database, planId);
    const stays = ledger.obligations.filter(({ task }) => task !== 2);
    const goes = ledger.obligations.filter(({ task }) => task === 2).slice(0, 10);
    const reporting = [...goes, ...stays, ...goes].map((obligation, index) =>
      office
        .reporter(`reporter ${index}`, obligation.unitKey)
        .run('reportProgress', aReport(obligation, { period: '2024-05' }), 'entry { id }'),
    );
    const importing = importText(database, planText(at, amended), { publish: true });
    const reports = await Promise.all(reporting);
    expect((await importing).version).toMatchObject({ number: 2, isNew: true });

    const kept = reports.filter(({ entry }) => entry).map(({ entry }) => entry.id);
    const refused = reports.filter(({ entry }) => !entry).map(({ error, userErrors }) => error ?? userErrors[0].code);
    expect(refused.filter((code) => !['OBLIGATION_ENDED', 'NOT_FOUND'].includes(code))).toEqual([]);
    expect(reports.slice(goes.length, goes.length + stays.length).every(({ entry }) => entry)).toBe(true);
    const { nodes } = await answer(database.internalReader, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: kept });
    expect(nodes.map((node: Data) => node?.id)).toEqual(kept);
    const [{ written }] = await database.owner.query<[{ written: number }]>(
      'select count(*)::int as written from ledger_entry where plan_id = $1',
      [ledger.key],
    );
    expect(written).toBe(kept.length);
  });
});
