import fc from 'fast-check';
import { compare, percentOf, readDecimal, sum, whole, writeDecimal, type Decimal } from '../../../src/ledger/evaluation/exact-decimal';
import { fullMarks, treeFault, type Indicator, type ScoringMethod } from '../../../src/ledger/evaluation/indicator-tree';
import { scoreTree, type LeafFinding } from '../../../src/ledger/evaluation/score-tree';

const decimal = (text: string): Decimal => readDecimal(text)!;
const hundredths = (cents: number): Decimal => ({ digits: BigInt(cents), scale: 2 });

const indicator = (code: string, parentCode: string | null, more: Partial<Indicator> = {}): Indicator => ({
  code,
  parentCode,
  weight: null,
  points: null,
  isVeto: false,
  ...more,
});

/** Cuts a whole into parts that make it up exactly. */
const partsOf = (total: number, count: number): fc.Arbitrary<number[]> =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: total - 1 }), { minLength: count - 1, maxLength: count - 1 })
    .map((cuts) => [0, ...cuts.sort((a, b) => a - b), total])
    .map((edges) => edges.slice(1).map((edge, index) => edge - edges[index]!));

const weights: fc.Arbitrary<number[]> = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => (count === 1 ? fc.constant<number[]>([10_000]) : partsOf(10_000, count)));

/** Two levels: every top indicator with some below it. Weights below one parent make up a hundred. */
const weightedTree: fc.Arbitrary<Indicator[]> = weights.chain((top) =>
  fc
    .tuple(...top.map(() => weights))
    .map((below) =>
      top.flatMap((weight, at) => [
        indicator(`${at}`, null, { weight: hundredths(weight) }),
        ...below[at]!.map((part, index) => indicator(`${at}.${index}`, `${at}`, { weight: hundredths(part) })),
      ]),
    ),
);

const pointsTree: fc.Arbitrary<Indicator[]> = fc
  .array(fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((areas) =>
    areas.flatMap((points, at) => [
      indicator(`${at}`, null),
      ...points.map((each, index) => indicator(`${at}.${index}`, `${at}`, { points: hundredths(each) })),
    ]),
  );

const leavesOf = (indicators: readonly Indicator[]): Indicator[] => indicators.filter(({ code }) => code.includes('.'));
const scored = (indicators: readonly Indicator[], score: (leaf: Indicator, index: number) => Decimal): Map<string, LeafFinding> =>
  new Map(leavesOf(indicators).map((leaf, index) => [leaf.code, { score: score(leaf, index) }]));
const totalOf = (method: ScoringMethod, indicators: readonly Indicator[], findings: ReadonlyMap<string, LeafFinding>): Decimal =>
  scoreTree(method, indicators, findings).get(null)!;

const score = fc.integer({ min: 0, max: 10_000 });

describe('a weighted scheme', () => {
  it('is whole where the weights below every parent make up a hundred, and refused else', () => {
    fc.assert(
      fc.property(weightedTree, fc.nat(), fc.integer({ min: 1, max: 500 }), (tree, pick, more) => {
        expect(treeFault('WEIGHTED', tree)).toBeNull();
        const at = pick % tree.length;
        const spoilt = tree.map((each, index) => (index === at ? { ...each, weight: sum([each.weight!, hundredths(more)]) } : each));
        expect(treeFault('WEIGHTED', spoilt)).toEqual({ code: tree[at]!.parentCode ?? '', message: expect.stringContaining('100') });
      }),
    );
  });

  it('gives a unit that scores the same everywhere exactly that', () => {
    fc.assert(
      fc.property(weightedTree, score, (tree, each) => {
        const total = totalOf(
          'WEIGHTED',
          tree,
          scored(tree, () => hundredths(each)),
        );
        expect(compare(total, hundredths(each))).toBe(0);
      }),
    );
  });

  it('gives every leaf the product of the weights above it, without rounding', () => {
    fc.assert(
      fc.property(weightedTree, fc.array(score, { minLength: 25, maxLength: 25 }), (tree, scores) => {
        const total = totalOf(
          'WEIGHTED',
          tree,
          scored(tree, (_leaf, index) => hundredths(scores[index]!)),
        );
        const parts = leavesOf(tree).map((leaf, index) => {
          const parent = tree.find(({ code }) => code === leaf.parentCode)!;
          return percentOf(percentOf(hundredths(scores[index]!), leaf.weight!), parent.weight!);
        });
        expect(compare(total, sum(parts))).toBe(0);
        expect(compare(total, whole(100))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('never gives less for a better leaf', () => {
    fc.assert(
      fc.property(weightedTree, fc.nat(), score, score, (tree, pick, one, other) => {
        const better = pick % leavesOf(tree).length;
        const low = totalOf(
          'WEIGHTED',
          tree,
          scored(tree, () => hundredths(Math.min(one, other))),
        );
        const high = totalOf(
          'WEIGHTED',
          tree,
          scored(tree, (_leaf, index) => hundredths(index === better ? Math.max(one, other) : Math.min(one, other))),
        );
        expect(compare(high, low)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a scheme of points', () => {
  it('is worth what its lowest indicators are together, at every level', () => {
    fc.assert(
      fc.property(pointsTree, (tree) => {
        expect(treeFault('POINTS', tree)).toBeNull();
        const full = fullMarks('POINTS', tree);
        expect(compare(full.get(null)!, sum(leavesOf(tree).map(({ points }) => points!)))).toBe(0);
        const nothingOff = new Map(leavesOf(tree).map(({ code }) => [code, { deductions: [] }]));
        expect(compare(totalOf('POINTS', tree, nothingOff), full.get(null)!)).toBe(0);
      }),
    );
  });

  it('never takes more off an indicator than it is worth, in whatever order', () => {
    fc.assert(
      fc.property(pointsTree, fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 4 }), (tree, taken) => {
        const deductions = taken.map(hundredths);
        const findings = new Map(leavesOf(tree).map(({ code }) => [code, { deductions }]));
        const turned = new Map(leavesOf(tree).map(({ code }) => [code, { deductions: deductions.toReversed() }]));
        const total = totalOf('POINTS', tree, findings);
        const expected = leavesOf(tree).reduce((so, { points }) => {
          const left = points!.digits - taken.reduce((all, each) => all + BigInt(each), 0n);
          return so + (left > 0n ? left : 0n);
        }, 0n);
        expect(compare(total, { digits: expected, scale: 2 })).toBe(0);
        expect(compare(totalOf('POINTS', tree, turned), total)).toBe(0);
        for (const each of scoreTree('POINTS', tree, findings).values()) expect(compare(each, whole(0))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('an indicator tree is refused', () => {
  const weight = decimal('100');
  it.each<[string, ScoringMethod, Indicator[], string]>([
    ['with a code twice', 'WEIGHTED', [indicator('1', null, { weight }), indicator('1', null, { weight })], '1'],
    ['with a child before its parent', 'WEIGHTED', [indicator('1.1', '1', { weight }), indicator('1', null, { weight })], '1.1'],
    ['with a veto item below another', 'POINTS', [indicator('1', null), indicator('V', '1', { isVeto: true })], '1'],
    ['with marks on a veto item', 'POINTS', [indicator('V', null, { isVeto: true, points: decimal('5') })], 'V'],
    ['with nothing to score', 'POINTS', [indicator('V', null, { isVeto: true })], ''],
    ['with points in a weighted scheme', 'WEIGHTED', [indicator('1', null, { weight, points: decimal('5') })], '1'],
    ['without a weight in a weighted scheme', 'WEIGHTED', [indicator('1', null)], '1'],
    ['with a weight of nothing', 'WEIGHTED', [indicator('1', null, { weight: whole(0) })], '1'],
    ['with weights in a scheme of points', 'POINTS', [indicator('1', null, { weight, points: decimal('5') })], '1'],
    [
      'with points above the lowest level',
      'POINTS',
      [indicator('1', null, { points: decimal('5') }), indicator('1.1', '1', { points: decimal('5') })],
      '1',
    ],
    ['without points at the lowest level', 'POINTS', [indicator('1', null), indicator('1.1', '1')], '1.1'],
  ])('%s', (_name, method, tree, code) => {
    expect(treeFault(method, tree)).toMatchObject({ code });
  });
});

describe('an exact decimal', () => {
  it('is written as it is read, without zeros that say nothing', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999n }), fc.integer({ min: 0, max: 9_999 }), (before, behind) => {
        const text = `${before}.${String(behind).padStart(4, '0')}`;
        expect(writeDecimal(decimal(text))).toBe(
          text.replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') || text.includes('.') ? '' : zeros)),
        );
      }),
    );
  });

  it.each(['', '-1', '1.', '.5', '1e3', '1.23456', '1234567890123', 'NaN', '１'])('is not %j', (text) => {
    expect(readDecimal(text)).toBeNull();
  });
});
