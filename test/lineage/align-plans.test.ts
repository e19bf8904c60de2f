import fc from 'fast-check';
import type { AlignablePlan } from '../../src/lineage/align/alignable-plan';
import { alignPlans } from '../../src/lineage/align/align-plans';
import { printedWording } from '../../src/lineage/align/plain-wording';
import { alignedExamples, rowsOf, type AlignedExample } from './aligned-example';

const examples = alignedExamples();
const relations = ['SAME', 'ADAPTED', 'SPLIT', 'MERGED', 'DROPPED', 'NEW'];

const planOf = (texts: readonly string[], regionNames: readonly string[] = []): AlignablePlan => ({
  regionNames,
  tasks: texts.map((text) => ({ text, categoryPath: ['主动公开'] })),
});

/** How many of the rows of a relation a person and the alignment have, and how many both have. */
function agreement(among: readonly AlignedExample[], relation: string): { gold: number; found: number; right: number } {
  const counts = { gold: 0, found: 0, right: 0 };
  for (const { upper, lower, gold } of among) {
    const found = [...rowsOf(alignPlans(upper, lower))].filter((row) => row.startsWith(relation));
    counts.gold += [...gold].filter((row) => row.startsWith(relation)).length;
    counts.found += found.length;
    counts.right += found.filter((row) => gold.has(row)).length;
  }
  return counts;
}

describe('the alignment beside tables made by hand', () => {
  it('every table tells of every task, and calls SAME just what is printed alike', () => {
    for (const { name, upper, lower, gold } of examples) {
      const places = [...gold].map((row) => /^(\w+) (\d+)(?:-(\d+))?$/.exec(row)!.slice(1));
      const uppers = new Set(places.filter(([relation]) => relation !== 'NEW').map(([, number]) => Number(number)));
      const lowers = new Set(
        places.flatMap(([relation, first, second]) => (relation === 'NEW' ? Number(first) : second ? Number(second) : [])),
      );
      expect([name, uppers.size, lowers.size]).toEqual([name, upper.tasks.length, lower.tasks.length]);
      for (const [relation, u, l] of places.filter(([, , second]) => second)) {
        const isSame = printedWording(upper.tasks[Number(u) - 1]!.text) === printedWording(lower.tasks[Number(l) - 1]!.text);
        expect([name, u, l, isSame]).toEqual([name, u, l, relation === 'SAME']);
      }
    }
  });

  it('the plans of Dazhou and Tongchuan are aligned as they were by hand', () => {
    const { upper, lower, gold } = examples.find(({ name }) => name === 'dazhou-tongchuan')!;
    expect([...rowsOf(alignPlans(upper, lower))].sort()).toEqual([...gold].sort());
  });

  it.each(relations)('%s: at least nine rows of ten are right', (relation) => {
    const { found, right } = agreement(examples, relation);
    expect(right / found).toBeGreaterThanOrEqual(0.9);
  });

  it.each([
    ['SAME', 1],
    ['ADAPTED', 0.95],
    ['SPLIT', 0.9],
    ['MERGED', 0.7],
    ['DROPPED', 0.95],
    ['NEW', 0.95],
  ])('%s: the share of rows found is at least %d', (relation, share) => {
    const { gold, right } = agreement(examples, relation);
    expect(right / gold).toBeGreaterThanOrEqual(share);
  });
});

describe('what people decided', () => {
  const upper = planOf(['公开教育经费使用情况。', '公开医疗服务价格。', '公开森林防火信息。']);
  const lower = planOf(['公开教育经费使用情况。', '公开医疗服务价格和目录。', '公开城市供水信息。']);

  it('stands: settled tasks take no further part', () => {
    const settled = [
      { upper: 0, lower: 2 },
      { upper: 1, lower: null },
    ];
    expect(rowsOf(alignPlans(upper, lower, { settled, refused: [] }))).toEqual(new Set(['DROPPED 3', 'NEW 1', 'NEW 2']));
  });

  it('is not proposed again, neither as the same nor in other words', () => {
    const refused = [
      { upper: 0, lower: 0 },
      { upper: 1, lower: 1 },
    ];
    const rows = rowsOf(alignPlans(upper, lower, { settled: [], refused }));
    expect([...rows].filter((row) => / (1-1|2-2)$/.test(row))).toEqual([]);
    expect(rowsOf(alignPlans(upper, lower)).has('SAME 1-1')).toBe(true);
  });
});

describe('an alignment', () => {
  const word = fc.constantFrom(
    '公开',
    '信息',
    '教育',
    '医疗',
    '网站',
    '三审',
    '制度',
    '培训',
    '市级',
    '区级',
    '53项',
    '及时',
    '解读',
    '。',
    '，',
  );
  const texts = fc.array(
    fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join('')),
    { minLength: 1, maxLength: 14 },
  );

  it('accounts for every task exactly once, each group being one task on one side', () => {
    fc.assert(
      fc.property(texts, texts, (above, below) => {
        const { pairs, dropped, added } = alignPlans(planOf(above), planOf(below));
        for (const [side, count, alone] of [
          ['upper', above.length, dropped],
          ['lower', below.length, added],
        ] as const) {
          const paired = new Set(pairs.map((pair) => pair[side]));
          expect([...paired, ...alone.map(({ at }) => at)].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at));
        }
        for (const pair of pairs) {
          const [lowers, uppers] = (['upper', 'lower'] as const).map((side) => pairs.filter((other) => other[side] === pair[side]).length);
          expect(pair.relation === 'SPLIT').toBe(lowers! > 1);
          expect(pair.relation === 'MERGED').toBe(uppers! > 1);
          expect(lowers === 1 || uppers === 1).toBe(true);
          expect(pair.similarity === 1).toBe(pair.relation === 'SAME');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of a plan with itself is the same throughout, in order', () => {
    fc.assert(
      fc.property(texts, (printed) => {
        const plan = planOf(printed);
        const { pairs, dropped, added } = alignPlans(plan, plan);
        expect([dropped, added]).toEqual([[], []]);
        expect(pairs).toEqual(printed.map((_, at) => ({ upper: at, lower: at, relation: 'SAME', similarity: 1 })));
      }),
      { numRuns: 100 },
    );
    for (const { upper } of examples) {
      const { pairs } = alignPlans(upper, upper);
      expect(pairs.every((pair) => pair.relation === 'SAME' && pair.upper === pair.lower)).toBe(true);
    }
  });

  it('takes no account of the level and the place that a text names', () => {
    const upper = planOf(['达州市级部门指导本市公开工作。', '公开教育经费。'], ['达州市', '达州']);
    const lower = planOf(['通川区级部门指导本区公开工作。', '公开森林防火信息。'], ['通川区', '通川']);
    expect(rowsOf(alignPlans(upper, lower))).toEqual(new Set(['ADAPTED 1-1', 'DROPPED 2', 'NEW 2']));
  });

  it('of plans with hundreds of tasks that all read alike still ends with each task once', () => {
    const domains = Array.from(
      { length: 400 },
      (_, at) => `做好第${String.fromCodePoint(0x4e00 + at * 7)}${String.fromCodePoint(0x5e00 + at * 3)}领域信息公开工作`,
    );
    const { pairs } = alignPlans(planOf(domains), planOf(domains.map((text) => `${text}，及时更新。`).toReversed()));
    expect(pairs.map(({ upper, lower }) => upper + lower)).toEqual(domains.map(() => domains.length - 1));
    expect(pairs.every(({ relation }) => relation === 'ADAPTED')).toBe(true);
  });
});
