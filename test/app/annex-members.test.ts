import { useTestDatabase } from '../support/database';
import { answer, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });

it('a collective that cites an annex has the bodies listed there, each once, as bodies of the region', async () => {
  const { tasks } = await answer(
    database.publicReader,
    '{ tasks(filterBy: { regionCodes: ["511781"], text: "政务公开事项标准目录" }) { nodes { responsibilities { group { expression roster members(first: 100) { totalCount nodes { name region { name } } } } } } } }',
  );
  const groups = tasks.nodes.flatMap((task: Data) => task.responsibilities.map((one: Data) => one.group)).filter(Boolean);
  const domains = groups.find((group: Data) => group.expression.includes('附件4'));
  expect(domains.roster).toBe('COMPLETE');
  const names: string[] = domains.members.nodes.map((unit: Data) => unit.name);
  expect(names).toEqual(expect.arrayContaining(['市发改局', '市教科局', '市税务局', '征储中心', '城市发展服务中心', '市市场监管局']));
  expect(names).not.toContain('古东关街道办事处');
  expect(new Set(domains.members.nodes.map((unit: Data) => unit.region.name))).toEqual(new Set(['万源市']));
  expect(new Set(names).size).toBe(names.length);
});
