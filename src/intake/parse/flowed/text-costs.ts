import { growingCell, type ColumnKind, type GrowingCell } from './cell-cost';
import type { Fragment } from './fragments';
import type { KnownUnits } from './name-list';

/** Texts that may still be weighed. */
interface Effort {
  left: number;
}

/** A table takes some 20 to 45 texts for each fragment. */
const EFFORT = 100_000;
const EFFORT_PER_FRAGMENT = 70;
const FURTHEST_WHEN_TIRED = 24;

/** Costs of texts already weighed, by kind and place; they hold for one set of known units. */
export class TextCosts {
  private readonly byKind = new Map<ColumnKind, (Float64Array | undefined)[]>();
  private readonly effort: Effort;

  constructor(
    readonly fragments: readonly Fragment[],
    readonly known: KnownUnits,
    private readonly mostFragments: number,
  ) {
    this.effort = { left: EFFORT + EFFORT_PER_FRAGMENT * fragments.length };
  }

  /** No cell of more pieces is weighed. A text that fits nowhere and everywhere is read in shorter cells before it takes too long. */
  get furthest(): number {
    return this.effort.left > 0 ? this.mostFragments : Math.min(FURTHEST_WHEN_TIRED, this.mostFragments);
  }

  /** The costs of all cells of a kind that begin at one fragment, weighed as far as they are asked for. */
  from(kind: ColumnKind, from: number): CellCosts {
    let rows = this.byKind.get(kind);
    if (rows === undefined) this.byKind.set(kind, (rows = []));
    const costs = (rows[from] ??= new Float64Array(this.mostFragments).fill(NaN));
    return new CellCosts(this.fragments, from, costs, this.effort, () => growingCell(kind, this.known));
  }
}

/** Costs of the texts that begin at one fragment, by where they end. */
export class CellCosts {
  private cell: GrowingCell | null = null;
  /** The next fragment that the growing cell takes. */
  private next: number;
  private lastCharacter = '';

  constructor(
    private readonly fragments: readonly Fragment[],
    private readonly start: number,
    private readonly costs: Float64Array,
    private readonly effort: Effort,
    private readonly create: () => GrowingCell,
  ) {
    this.next = start;
  }

  /** Cost of the text that ends with fragment `last`. */
  upTo(last: number): number {
    const known = this.costs[last - this.start];
    if (known !== undefined && !Number.isNaN(known)) return known;
    this.effort.left -= 1;
    this.cell ??= this.create();
    for (; this.next <= last; this.next += 1) {
      const fragment = this.fragments[this.next];
      if (fragment === undefined) break;
      const piece = joint(this.lastCharacter, fragment, this.next > this.start && this.fragments[this.next - 1]?.line === fragment.line);
      this.cell.append(piece);
      this.lastCharacter = piece.charAt(piece.length - 1);
    }
    const cost = this.cell.cost() + (this.fragments[last + 1]?.fused === true ? 0.7 : 0);
    this.costs[last - this.start] = cost;
    return cost;
  }
}

/** A fragment as it joins the text before it: words join without a space, but for Latin ones. */
export function joint(before: string, fragment: Fragment, sameLine: boolean): string {
  if (before === '' || (sameLine && fragment.fused)) return fragment.text;
  const after = fragment.text.charAt(0);
  if (!/[A-Za-z0-9]/.test(before) || !/[A-Za-z0-9]/.test(after)) return fragment.text;
  const letters = /[A-Za-z]/.test(before) && /[A-Za-z]/.test(after);
  return letters || (sameLine && /[A-Za-z]/.test(before + after)) ? ` ${fragment.text}` : fragment.text;
}
