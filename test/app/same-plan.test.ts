import { useTestDatabase } from '../support/database';
import { importText, planText } from '../support/draft-plan';
import { answer } from '../support/query';

const database = useTestDatabase({ seeded: true });

const rows = [
  '1\t主动公开\t公开学校招生信息，全年不少于2次。\t县教育局、县财政局\t2024年9月底',
  '2\t主动公开\t公开财政预算。\t县财政局，各乡镇人民政府\t及时公开',
];

let number = 700;
const nextNumber = (): number => (number += 1);

describe('whether two documents are of one plan', () => {
  it('is told by title, year and region where one of them prints no number', async () => {
    const at = nextNumber();
    const title = `渠县2024年政务公开第${at}号要点`;
    const named = planText(at, rows).replace('渠县2024年政务公开工作要点分工表', title);
    const unnumbered = named.replace(/渠府办发.*\n/u, '');
    const first = await importText(database, named);
    const second = await importText(database, unnumbered);
    expect(second).toMatchObject({ planId: first.planId, version: { number: 2, changes: [] } });
    expect(second.problems.map(({ code }) => code)).toContain('SAME_TITLE');
    const { node } = await answer(database.internalReader, 'query ($id: ID!) { node(id: $id) { ... on Plan { documentNumber } } }', {
      id: first.planId,
    });
    expect(node.documentNumber).toBe(`渠府办发〔2024〕${at}号`);
  });

  it('is denied where their numbers differ, or hardly a task agrees', async () => {
    const at = nextNumber();
    const title = `渠县2024年政务公开第${at}号要点`;
    const named = (no: number, list: readonly string[]) => planText(no, list).replace('渠县2024年政务公开工作要点分工表', title);
    const first = await importText(database, named(at, rows));
    const other = await importText(database, named(nextNumber(), rows));
    expect(other.planId).not.toBe(first.planId);
    const unlike = ['1\t人才\t举办招聘会。\t县人社局\t年底', '2\t信访\t公布来信办理情况。\t县信访局\t年底'];
    const third = await importText(database, named(at, unlike).replace(/渠府办发.*\n/u, ''));
    expect(third).toMatchObject({ created: true });
  });

  it('is refused where the number is that of a plan of another region', async () => {
    const at = nextNumber();
    await importText(database, planText(at, rows));
    await expect(importText(database, planText(at, rows.slice(0, 1)), { region: '511723' })).rejects.toMatchObject({
      code: 'NUMBER_TAKEN',
    });
  });
});
