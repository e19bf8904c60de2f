import type { ColumnKind } from './cell-cost';
import { gainUnder } from './layout-edges';
import type { HeadColumn } from './layout-heading';
import { pagesOf } from './layout-pages';
import type { FlowedRegion } from './region';

/** Words that begin below a second column: at least so many, and this share of the lines. */
const LEAST_GAIN = 4;
const LEAST_SHARE = 0.06;
const MOST_LEVELS = 4;

/** One heading as two: the column of the second begins anywhere between it and the next. */
function splitHead(heads: readonly HeadColumn[], at: number): HeadColumn[] {
  const head = heads[at]!;
  const next = heads[at + 1]?.start ?? head.end + 2;
  const left = { name: head.name, start: head.start, end: head.start + 1 };
  const right = { name: '', start: Math.max(head.start + 1, next - 2), end: head.start + 2 };
  return [...heads.slice(0, at), left, right, ...heads.slice(at + 1)];
}

const doubled = <T>(values: readonly T[], at: number, second: T): T[] => [...values.slice(0, at + 1), second, ...values.slice(at + 1)];

/** A heading over two columns of categories, as the words below it show, becomes two. */
export function withWideHeads(region: FlowedRegion, kinds: readonly ColumnKind[]): { region: FlowedRegion; kinds: ColumnKind[] } {
  const found = { region, kinds: [...kinds] };
  // Where places are only counted in spaces, lines that drift would seem to begin below a second column.
  if (region.body.every(({ words }) => words === undefined)) return found;
  for (let level = kinds.filter((kind) => kind === 'category').length; level < MOST_LEVELS; level += 1) {
    const page = pagesOf(found.region).find(({ columns }) => columns !== null);
    const heads = page?.columns;
    if (page === undefined || heads == null || heads.length !== found.kinds.length) return found;
    const printed = page.lines.filter(({ text }) => text.trim() !== '');
    const base = gainUnder(printed, found.kinds, heads);
    const tried = found.kinds.flatMap((kind, at) =>
      kind === 'category' ? [{ at, gain: gainUnder(printed, doubled(found.kinds, at, kind), splitHead(heads, at)) }] : [],
    );
    const best = tried.reduce((top, each) => (each.gain > top.gain ? each : top), { at: -1, gain: -Infinity });
    if (best.gain - base < Math.max(LEAST_GAIN, printed.length * LEAST_SHARE)) return found;
    const { heading, headings } = found.region;
    found.region = {
      ...found.region,
      heading: {
        ...heading,
        names: doubled(heading.names, best.at, ''),
        roles: doubled(heading.roles, best.at, heading.roles[best.at] ?? null),
      },
      headings: headings.map((each) => ({ ...each, columns: each.columns === null ? null : splitHead(each.columns, best.at) })),
    };
    found.kinds = doubled(found.kinds, best.at, 'category');
  }
  return found;
}
