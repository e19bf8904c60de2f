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
const ofObligations = 'obligationCount completedCount overdueCount completionRate onTimeRate';

/** A question to figures that are kept. */
interface Question {
  field: 'taskStatistics' | 'obligationStatistics';
  groupings: readonly string[];
  filters: readonly string[];
  measures: string;
}

const questions: readonly Question[] = [
  { field: 'taskStatistics', groupings, filters, measures: `taskCount ${ofObligations}` },
  {
    field: 'taskStatistics',
    groupings: ['', 'STATUS', 'YEAR, STATUS'],
    filters: ['{}', '{ statuses: [COMPLETED, OVERDUE, NOT_REPORTED] }'],
    measures: 'taskCount',
  },
  {
    field: 'obligationStatistics',
    groupings: [...groupings, 'ROLE', 'STATUS', 'LEVEL, ROLE, STATUS', 'REGION, STATUS'],
    filters: [
      '{}',
      '{ withinRegion: "511700" }',
      '{ years: [2023, 2025], levels: [COUNTY], roles: [RESPONSIBLE, LEAD] }',
      '{ statuses: [OVERDUE, IN_PROGRESS], dueTo: "2024-12-31" }',
      '{ overdueOnly: true }',
      '{ overdueOnly: false, deadlineKinds: [BY_DATE], dueFrom: "2023-06-01" }',
    ],
    measures: `collectedCount rosterKnownOnly ${ofObligations}`,
  },
];

const statistics = ({ field, measures }: Question, groupBy: string, filterBy: string, extra: string) =>
  `{ ${field}(groupBy: [${groupBy}], filterBy: ${filterBy}) { totalRows rows { keys { key } ${measures} ${extra} } } }`;

/** The same question to the rows: a text of nothing filters nothing, but no figures are kept by it; units of obligations do not add up. */
const toRows = (question: Question, groupBy: string, filterBy: string, extra = '') =>
  question.field === 'taskStatistics'
    ? statistics(question, groupBy, filterBy.replace(/\}$/u, ' text: "" }'), extra)
    : statistics(question, groupBy, filterBy, 'unitCount');

const withoutUnits = (figures: { rows: object[] }) => ({
  ...figures,
  rows: figures.rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'unitCount'))),
});

const isKept = ({ statements }: { statements: readonly string[] }) =>
  statements.some((statement) => /published_(figure|total)/u.test(statement));

async function expectEqualFigures(): Promise<void> {
  for (const question of questions)
    for (const groupBy of question.groupings)
      for (const filterBy of question.filters) {
        const kept = await ask(database.publicReader, statistics(question, groupBy, filterBy, ''));
        const counted = await ask(database.publicReader, toRows(question, groupBy, filterBy));
        expect([kept.errors, counted.errors]).toEqual([[], []]);
        expect([isKept(kept), isKept(counted)]).toEqual([true, false]);
        expect({ question, groupBy, filterBy, ...kept.data[question.field] }).toEqual({
          question,
          groupBy,
          filterBy,
          ...withoutUnits(counted.data[question.field]),
        });
      }
  // Units are counted apart, beside sums that are kept.
  const [ofTasks] = questions;
  for (const groupBy of groupings) {
    const beside = await ask(database.publicReader, statistics(ofTasks!, groupBy, '{ withinRegion: "511700" }', 'unitCount'));
    const counted = await ask(database.publicReader, toRows(ofTasks!, groupBy, '{ withinRegion: "511700" }', 'unitCount'));
    expect([isKept(beside), isKept(counted)]).toEqual([true, false]);
    expect(beside.data).toEqual(counted.data);
  }
  const { tasks, byText } = await answer(
    database.publicReader,
    '{ tasks(filterBy: { years: [2023] }) { totalCount } byText: tasks(filterBy: { years: [2023], text: "" }) { totalCount } }',
  );
  expect(tasks).toEqual(byText);
  const broken = await brokenRules(database.owner);
  expect(broken.filter((line) => line.startsWith('the kept'))).toEqual([]);
}

const writes: readonly ((random: Random) => string)[] = [
  (random) =>
    `update obligation set progress = 'COMPLETED', completed_on = '2023-0${random.between(3, 9)}-15' where id % 7 = ${random.below(7)}`,
  (random) => `update obligation set progress = 'IN_PROGRESS', completed_on = null where id % 11 = ${random.below(11)}`,
  (random) => `update plan set ledger_since = '2023-0${random.between(1, 9)}-01' where id % 3 = ${random.below(3)}`,
  (random) => `update obligation set due_on = due_on + 40 where id % 5 = ${random.below(5)}`,
  (random) =>
    `update obligation set ended_on = '2023-05-01', ended_reason = 'NO_LONGER_MEMBER' where group_id is not null and id % 13 = ${random.below(13)}`,
  (random) => `update unit_group set roster = case roster when 'KNOWN' then 'COMPLETE' else 'KNOWN' end where id % 3 = ${random.below(3)}`,
  (random) => `delete from obligation where id % 17 = ${random.below(17)}`,
  (random) => `update plan set state = 'WITHDRAWN' where id % 9 = ${random.below(9)} and state = 'PUBLISHED'`,
  (random) => `update plan set state = 'PUBLISHED' where id % 4 = ${random.below(4)} and state = 'WITHDRAWN'`,
];

test('the kept figures are those that counting gives, whatever is written in whatever order', async () => {
  await database.owner.transaction((manager) => generate(manager, { plans: 20, seed: 'figures', progress: () => {} }));
  await expectEqualFigures();
  const random = new Random('writes');
  for (let round = 0; round < 2; round += 1) {
    for (let write = 0; write < 5; write += 1) await database.owner.query(random.oneOf(writes)(random));
    await expectEqualFigures();
  }
}, 120_000);

test('writers of different plans at the same time leave the sums of all plans exact', async () => {
  const plans = await database.owner.query<{ id: number }[]>('select id from plan where published order by id');
  await Promise.all(
    plans.map(({ id }) =>
      database.owner.query(`update obligation set progress = 'IN_PROGRESS', completed_on = null where plan_id = $1`, [id]),
    ),
  );
  await expectEqualFigures();
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
