import { comparableClauses } from '../align/plain-wording';
import { matchItems } from './match-items';

/** Who bears a task, as far as two plans can be compared in it. */
export interface Bearer {
  unit: { canonicalKey: string; functionLineCode: string | null } | null;
  group: { expression: string; selectors: readonly object[] | null } | null;
}

export interface BearerChange<B> {
  kind: 'KEPT' | 'REMOVED' | 'ADDED';
  before: B | null;
  after: B | null;
}

/** By name without its place, then by the line of work, then collectives by whom they mean. 市教育局 and 区教育局 are one. */
const KEYS: readonly ((bearer: Bearer) => string | null)[] = [
  ({ unit }) => unit && `name ${unit.canonicalKey}`,
  ({ unit }) => unit?.functionLineCode ?? null,
  ({ group }) => group && `all ${meaningOf(group)}`,
];

/** Which bodies bear both tasks, those of the first in its order, then which bear the second alone. */
export function diffBearers<B extends Bearer>(before: readonly B[], after: readonly B[]): BearerChange<B>[] {
  const matches = matchItems(before, after, KEYS);
  return [
    ...matches.before.map(({ item, partner }): BearerChange<B> => ({ kind: partner ? 'KEPT' : 'REMOVED', before: item, after: partner })),
    ...matches.added.map((bearer): BearerChange<B> => ({ kind: 'ADDED', before: null, after: bearer })),
  ];
}

/** Governments below, or departments of its own: the same collective at every level. Else its words tell. */
function meaningOf({ expression, selectors }: NonNullable<Bearer['group']>): string {
  const meanings = (selectors ?? []).map((selector) => {
    if ('below' in selector) return selector.below === 'ZONE' ? 'zones below' : 'governments below';
    return 'line' in selector ? `line ${String(selector.line)}` : 'own departments';
  });
  return meanings.length > 0 ? [...new Set(meanings)].toSorted().join(', ') : comparableClauses(expression, []).join(' ');
}
