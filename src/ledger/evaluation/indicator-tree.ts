import { add, compare, sum, whole, writeDecimal, type Decimal } from './exact-decimal';

export type ScoringMethod = 'WEIGHTED' | 'POINTS';

/** An indicator as a scheme lists it, parents before their children. */
export interface Indicator {
  code: string;
  parentCode: string | null;
  /** Hundredths of its parent; only where the method is WEIGHTED. */
  weight: Decimal | null;
  /** Full marks; only where the method is POINTS, of an indicator without children. */
  points: Decimal | null;
  isVeto: boolean;
}

/** What is wrong with a scheme, and with which of its indicators. */
export interface TreeFault {
  code: string;
  message: string;
}

const hundred = whole(100);

export function childrenOf<I extends Indicator>(indicators: readonly I[], parentCode: string | null): I[] {
  return indicators.filter((indicator) => indicator.parentCode === parentCode && !indicator.isVeto);
}

/** The first thing that keeps indicators from being a tree that can be scored; null where they are one. */
export function treeFault(method: ScoringMethod, indicators: readonly Indicator[]): TreeFault | null {
  const seen = new Set<string>();
  for (const indicator of indicators) {
    const fault = placeFault(indicator, seen) ?? marksFault(method, indicator, childrenOf(indicators, indicator.code).length > 0);
    if (fault) return { code: indicator.code, message: fault };
    seen.add(indicator.code);
  }
  if (childrenOf(indicators, null).length === 0) return { code: '', message: '没有可计分的指标。 No indicator can be scored.' };
  return method === 'WEIGHTED' ? weightFault(indicators) : null;
}

function placeFault({ code, parentCode, isVeto }: Indicator, seen: ReadonlySet<string>): string | null {
  if (seen.has(code)) return '代码重复。 This code stands twice.';
  if (parentCode !== null && !seen.has(parentCode)) return '上级指标须排在前面。 Its parent must stand before it.';
  if (isVeto && parentCode !== null) return '单项否决项须为一级指标。 A veto item stands at the top level.';
  return null;
}

function marksFault(method: ScoringMethod, { weight, points, isVeto }: Indicator, hasChildren: boolean): string | null {
  if (isVeto) {
    if (hasChildren) return '单项否决项不得有下级指标。 A veto item has no indicators below it.';
    return weight || points ? '单项否决项不设权重和分值。 A veto item has neither weight nor points.' : null;
  }
  if (method === 'WEIGHTED') {
    if (points) return '按权重计分的不设分值。 A weighted scheme has no points.';
    return weight && compare(weight, whole(0)) > 0 ? null : '须有大于零的权重。 It needs a weight above zero.';
  }
  if (weight) return '按分值计分的不设权重。 A scheme of points has no weights.';
  if (hasChildren)
    return points ? '分值只设在末级指标上，上级为下级之和。 Points stand at the lowest level; above it they are summed.' : null;
  return points && compare(points, whole(0)) > 0 ? null : '末级指标须有大于零的分值。 It needs points above zero.';
}

/** Weights are of their parent and make up a hundred: what does not add up is a slip of the scheme, to be mended there and not by rescaling. */
function weightFault(indicators: readonly Indicator[]): TreeFault | null {
  const parents = [null, ...indicators.map(({ code }) => code)];
  for (const parent of parents) {
    const siblings = childrenOf(indicators, parent);
    const total = sum(siblings.map(({ weight }) => weight!));
    if (siblings.length > 0 && compare(total, hundred) !== 0)
      return {
        code: parent ?? '',
        message: `下级指标权重之和为 ${writeDecimal(total)}，应为 100。 The weights below it make ${writeDecimal(total)}, not 100.`,
      };
  }
  return null;
}

/** Full marks of every indicator that is scored: a hundred each, or its points and those below it. */
export function fullMarks(method: ScoringMethod, indicators: readonly Indicator[]): ReadonlyMap<string | null, Decimal> {
  const marks = new Map<string | null, Decimal>();
  const visit = (code: string | null, own: Decimal | null): Decimal => {
    const children = childrenOf(indicators, code).map((child) => visit(child.code, child.points));
    const full = method === 'WEIGHTED' ? hundred : children.length > 0 ? children.reduce(add) : own!;
    marks.set(code, full);
    return full;
  };
  visit(null, null);
  return marks;
}
