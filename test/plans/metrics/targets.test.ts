import { loadMetrics, readSeedMetrics } from '../../../src/plans';
import { ApiClient } from '../../support/api-client';
import { useTestDatabase } from '../../support/database';
import { buildPlan } from '../../support/plan-builder';
import type { Data } from '../../support/query';

const database = useTestDatabase({ seeded: true });
const api = new ApiClient(() => database.publicReader);

const query = `query ($filter: TargetFilter, $order: TargetOrder) { targets(first: 100, filterBy: $filter, orderBy: $order) { totalCount nodes {
  metricCode comparableMetric { titleZh units } comparableValue comparableUnit valuePerYear value unit period phrase task { number plan { documentNumber region { name } } } } } }`;

const targets = async (filter: object | null, order: object | null = null): Promise<Data[]> =>
  (await api.data(query, { filter, order })).targets.nodes;

const where = ({ task }: Data): string => `${task.plan.region.name} ${task.number}`;

describe('promises of different plans', () => {
  it('are compared by one query: who promised 90 % of policies explained in several forms, and who 55 %', async () => {
    const found = await targets({ metricCodes: ['DIVERSIFIED_INTERPRETATION_RATE'] }, { field: 'VALUE', direction: 'DESC' });
    expect(found.map((target) => [where(target), target.comparableValue, target.comparableUnit])).toEqual([
      ['眉山市 22', 90, '%'],
      ['广元市 11', 55, '%'],
    ]);
    expect(found[0].comparableMetric).toEqual({ titleZh: '多元化解读比例', units: ['%'] });
  });

  it('of the five plans have the metrics that a person would give them', async () => {
    const found = await targets(null);
    const byMetric = Object.fromEntries(
      [...new Set(found.map(({ metricCode }) => metricCode))].map((code) => [
        code,
        found.filter(({ metricCode }) => metricCode === code).map(where),
      ]),
    );
    const { null: unknown, ...known } = byMetric;
    expect(known).toEqual({
      LIVELIHOOD_PROJECTS: ['达州市 12', '通川区 10'],
      OPINION_FEEDBACK_TIME: ['达州市 14', '通川区 12', '眉山市 10'],
      INTERPRETATION_FORMS: ['达州市 26', '通川区 24'],
      ACCESSIBILITY_RATE: ['达州市 40', '通川区 35', '眉山市 43'],
      INSPECTIONS: ['达州市 49', '通川区 41', '眉山市 51'],
      TRAININGS: ['达州市 54', '通川区 46', '眉山市 57'],
      DIVERSIFIED_INTERPRETATION_RATE: ['广元市 11', '眉山市 22'],
      WORK_HEARINGS: ['广元市 19', '眉山市 55'],
      ASSESSMENT_WEIGHT: ['广元市 21'],
    });
    for (const target of found.filter(({ metricCode }) => metricCode === null))
      expect([where(target), target.value]).toEqual([where(target), null]);
    expect(unknown!.length).toBeGreaterThan(5);
  });

  it('of so much per period are told per year', async () => {
    const found = await targets({ metricCodes: ['WORK_HEARINGS'] });
    expect(found.map(({ value, period, valuePerYear }) => [value, period, valuePerYear])).toEqual([
      [1, 'HALF_YEAR', 2],
      [1, 'YEAR', 1],
    ]);
    expect((await targets({ metricCodes: ['ACCESSIBILITY_RATE'] })).map(({ valuePerYear }) => valuePerYear)).toEqual([null, null, null]);
  });

  it('are found by region, year, comparator, period, value, unit, topic and words', async () => {
    expect((await targets({ withinRegion: '511700', metricCodes: ['INSPECTIONS'] })).map(where)).toEqual(['达州市 49', '通川区 41']);
    expect((await targets({ years: [2022], comparableUnits: ['%'] })).map(where)).toEqual(['广元市 11', '广元市 21']);
    expect((await targets({ comparators: ['AT_MOST'] })).map(({ metricCode }) => metricCode)).toEqual([
      'OPINION_FEEDBACK_TIME',
      'OPINION_FEEDBACK_TIME',
      'OPINION_FEEDBACK_TIME',
    ]);
    expect((await targets({ periods: ['HALF_YEAR'] })).map(where)).toEqual(['广元市 19']);
    expect((await targets({ comparableUnits: ['%'], valueFrom: 55, valueTo: 90 })).map(where)).toEqual(['广元市 11', '眉山市 22']);
    expect((await targets({ text: '专题培训', levels: ['COUNTY'] })).map(where)).toEqual(['通川区 46']);
    const interpretation = await targets({ topicCodes: ['POLICY_INTERPRETATION'], metricCodes: ['INTERPRETATION_FORMS', 'TRAININGS'] });
    expect(interpretation.map(where)).toEqual(['达州市 26', '通川区 24']);
    expect(await targets({ metricCodes: [] })).toEqual([]);
  });

  it('of drafts are nobody’s to see', async () => {
    const before = await targets(null);
    const promise = { metric: '多元化解读比例', value: 95, unit: '%' };
    await database.owner.transaction((manager) =>
      buildPlan(manager, { region: '511703', tasks: [{ text: '解读。', targets: [promise] }], publish: false }),
    );
    expect(await targets(null)).toEqual(before);
  });
});

describe('a printed promise', () => {
  const read = async (metric: string, value: number, unit: string): Promise<unknown[]> => {
    const { taskIds } = await database.owner.transaction((manager) =>
      buildPlan(manager, { region: '511703', tasks: [{ text: '任务。', targets: [{ metric, value, unit }] }], publish: false }),
    );
    const [row] = await database.owner.query<Data[]>(
      'select metric_code, comparable_value, comparable_unit from target where task_id = $1',
      [taskIds[0]],
    );
    return [row.metric_code, row.comparable_value, row.comparable_unit];
  };

  it.each([
    ['政策图解比例', 70, '％', ['GRAPHIC_INTERPRETATION_RATE', 70, '%']],
    ['公众咨询答复', 5, '个工作日', ['REPLY_TIME', 5, '工作日']],
    ['发布解读材料', 3, '天', ['INTERPRETATION_TIME', 3, '日']],
    ['答复公众咨询', 1, '周', ['REPLY_TIME', 7, '日']],
    ['召开新闻发布会', 4, '场', ['PRESS_CONFERENCES', 4, '次']],
    ['舆情回应', 5, '小时', ['PUBLIC_OPINION_RESPONSE_TIME', 5, '小时']],
    ['新增停车位', 300, '个', [null, 300, '项']],
    ['粮食产量', 20, '万吨', [null, 20, '万吨']],
    ['培训满意度', 90, '%', ['SATISFACTION_RATE', 90, '%']],
  ])('%s %d%s', async (metric, value, unit, expected) => {
    expect(await read(metric, value, unit)).toEqual(expected);
  });

  it('follows the vocabulary when that changes', async () => {
    const seed = readSeedMetrics();
    const changed = {
      ...seed,
      metrics: seed.metrics.map((metric) => (metric.code === 'INSPECTIONS' ? { ...metric, patterns: ['绝无此词'] } : metric)),
    };
    await database.owner.transaction((manager) => loadMetrics(manager, changed));
    expect(await targets({ metricCodes: ['INSPECTIONS'] })).toEqual([]);
    await database.owner.transaction((manager) =>
      loadMetrics(manager, { ...seed, metrics: seed.metrics.filter(({ code }) => code !== 'TRAININGS') }),
    );
    expect((await targets({ metricCodes: ['INSPECTIONS'] })).length).toBe(3);
    expect((await api.data('{ metrics { code } }')).metrics.map(({ code }: Data) => code)).not.toContain('TRAININGS');
    await database.owner.transaction((manager) => loadMetrics(manager, seed));
    expect((await targets({ metricCodes: ['TRAININGS'] })).length).toBe(3);
  });
});
