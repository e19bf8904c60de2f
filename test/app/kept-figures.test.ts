import { brokenRules } from '../../src/app/standing-rules';
import { generate } from '../../src/app/generate/generate';
import { Random } from '../../src/app/generate/random';
import { useTestDatabase } from '../support/database';
import { answer, ask } from '../support/query';

const database = useTestDatabase({ seeded: true });

const groupings = ['', 'REGION', 'LEVEL', 'YEAR', 'PLAN', 'DEADLINE_KIND', 'DUE_MONTH', 'LEVEL, YEAR', 'YEAR, DEADLINE_KIND, DUE_MONTH'];
const filters = [
  '{}',
  '{ withinRegion: "511700" }',
  '{ years: [2023, 2025], levels: [COUNTY] }',
  '{ deadlineKinds: [BY_DATE], dueFrom: "2023-06-01" }',
];
const measures = 'taskCount obligationCount completedCount overdueCount completionRate onTimeRate';

/** Kept figures serve where no distinct units are asked for; with them, the rows are counted. */
const statistics = (groupBy: string, filterBy: string, extra: string) =>
  `{ taskStatistics(groupBy: [${groupBy}], filterBy: ${filterBy}) { totalRows rows { keys { key } ${measures} ${extra} } } }`;

const withoutUnits = (figures: { rows: object[] }) => ({
  ...figures,
  rows: figures.rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'unitCount'))),
});

async function expectEqualFigures(): Promise<void> {
  for (const groupBy of groupings)
    for (const filterBy of filters) {
      const kept = await ask(database.publicReader, statistics(groupBy, filterBy, ''));
      const counted = await ask(database.publicReader, statistics(groupBy, filterBy, 'unitCount'));
      expect(kept.errors).toEqual([]);
      expect(kept.statements.some((statement) => statement.includes('published_figure'))).toBe(true);
      expect(counted.statements.some((statement) => statement.includes('published_figure'))).toBe(false);
      expect({ groupBy, filterBy, ...kept.data.taskStatistics }).toEqual({
        groupBy,
        filterBy,
        ...withoutUnits(counted.data.taskStatistics),
      });
    }
  const { tasks, byText } = await answer(
    database.publicReader,
    '{ tasks(filterBy: { years: [2023] }) { totalCount } byText: tasks(filterBy: { years: [2023], text: "" }) { totalCount } }',
  );
  expect(tasks).toEqual(byText);
  const broken = await brokenRules(database.owner);
  expect(broken.filter((line) => line.startsWith('the kept figures'))).toEqual([]);
}

const writes: readonly ((random: Random) => string)[] = [
  (random) =>
    `update obligation set progress = 'COMPLETED', completed_on = '2023-0${random.between(3, 9)}-15' where id % 7 = ${random.below(7)}`,
  (random) => `update obligation set progress = 'IN_PROGRESS', completed_on = null where id % 11 = ${random.below(11)}`,
  (random) => `update plan set ledger_since = '2023-0${random.between(1, 9)}-01' where id % 3 = ${random.below(3)}`,
  (random) => `update obligation set due_on = due_on + 40 where id % 5 = ${random.below(5)}`,
  (random) =>
    `update obligation set ended_on = '2023-05-01', ended_reason = 'NO_LONGER_MEMBER' where group_id is not null and id % 13 = ${random.below(13)}`,
  (random) => `update plan set state = 'WITHDRAWN' where id % 9 = ${random.below(9)} and state = 'PUBLISHED'`,
  (random) => `update plan set state = 'PUBLISHED' where id % 4 = ${random.below(4)} and state = 'WITHDRAWN'`,
];

test('the kept figures are those that counting gives, whatever is written in whatever order', async () => {
  await database.owner.transaction((manager) => generate(manager, { plans: 20, seed: 'figures', progress: () => {} }));
  await expectEqualFigures();
  const random = new Random('writes');
  for (let round = 0; round < 3; round += 1) {
    for (let write = 0; write < 4; write += 1) await database.owner.query(random.oneOf(writes)(random));
    await expectEqualFigures();
  }
}, 120_000);

test('writers of one plan at the same time leave its figures exact', async () => {
  const obligations = await database.owner.query<{ id: number }[]>(
    'select id from obligation where plan_id = (select min(id) from plan where published) and ended_on is null order by id limit 24',
  );
  await Promise.all(
    obligations.map(({ id }) =>
      database.owner.query(`update obligation set progress = 'COMPLETED', completed_on = '2023-04-01' where id = $1`, [id]),
    ),
  );
  await expectEqualFigures();
}, 120_000);
