import type { TableBlock } from '../../document';
import type { FlowedLine } from './fragments';
import { partedHeadings, type PartedHeading } from './parted-heading';
import { isParted } from './parted-items';
import { partedTable } from './parted-table';
import { endsTable } from './region';

interface Region {
  heading: PartedHeading;
  body: FlowedLine[];
  /** Numbers of the lines that it takes. */
  lines: Set<number>;
}

const sameHeading = (left: PartedHeading, right: PartedHeading): boolean => left.heading.names.join('|') === right.heading.names.join('|');

/** Every heading with what stands below it, up to the next table or what ends this one; the same heading again goes on. */
function regionsOf(lines: readonly FlowedLine[], headings: readonly PartedHeading[]): Region[] {
  const regions: Region[] = [];
  headings.forEach((heading, index) => {
    const until = headings[index + 1]?.first ?? Infinity;
    const from = lines.findIndex(({ line }) => line >= heading.first);
    const below = lines.findIndex(({ line }) => line > heading.last);
    let to = below < 0 ? lines.length : below;
    while (to < lines.length && lines[to]!.line < until && !endsTable(lines, to)) to += 1;
    const taken = lines.slice(from, to);
    const body = [...heading.strays, ...lines.slice(below < 0 ? lines.length : below, to)];
    const before = regions[regions.length - 1];
    const touches = before !== undefined && index > 0 && [...before.lines].at(-1) === lines[from - 1]?.line;
    if (before !== undefined && touches && sameHeading(before.heading, heading)) {
      before.body.push(...body);
      for (const { line } of taken) before.lines.add(line);
    } else regions.push({ heading, body, lines: new Set(taken.map(({ line }) => line)) });
  });
  return regions;
}

/** Tables whose cells blank lines part, as a text taken out of a PDF in the order of its file has them; and all other lines. */
export function readPartedTables(lines: readonly FlowedLine[]): { tables: TableBlock[]; rest: FlowedLine[] } {
  const tables: TableBlock[] = [];
  const taken = new Set<number>();
  for (const { heading, body, lines: own } of regionsOf(lines, partedHeadings(lines))) {
    const table = isParted(body) ? partedTable(body, heading.heading, heading.first) : null;
    if (table === null) continue;
    tables.push(table);
    for (const line of own) taken.add(line);
  }
  return { tables, rest: lines.filter(({ line }) => !taken.has(line)) };
}
