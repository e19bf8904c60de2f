import type { RegionTrail } from './region-trail.document';

/** A region that is held, or stands above one that is. */
export interface RegionBranch {
  name: string;
  stableId: string;
  /** The latest year of its own plans; null where it has none here. */
  year: number | null;
  children: RegionBranch[];
  /** Regions beside its children that have no plan here; known where all of them were asked for. */
  missing: string[];
}

interface Link {
  name: string;
  stableId: string;
  parent?: Link | null;
}

export interface HeldRegion {
  region: RegionTrail;
  year: number | null;
}

interface RegionYearRow {
  keys: readonly { key: string | null; node: object | null }[];
}

/** Regions and years out of figures that are grouped by both. */
export function heldYears(rows: readonly RegionYearRow[]): HeldRegion[] {
  return rows.flatMap(({ keys: [region, year] }) =>
    region?.node ? [{ region: region.node as RegionTrail, year: year?.key == null ? null : Number(year.key) }] : [],
  );
}

/** The regions that are held with all above them, below the nation. */
export function regionTree(held: readonly HeldRegion[]): RegionBranch[] {
  const roots: RegionBranch[] = [];
  const known = new Map<string, RegionBranch>();
  const branchOf = ({ name, stableId, parent }: Link): RegionBranch => {
    const found = known.get(stableId);
    if (found) return found;
    const branch: RegionBranch = { name, stableId, year: null, children: [], missing: [] };
    known.set(stableId, branch);
    const siblings = parent?.parent ? branchOf(parent).children : roots;
    siblings.push(branch);
    siblings.sort((left, right) => left.stableId.localeCompare(right.stableId));
    return branch;
  };
  for (const { region, year } of held) {
    const branch = branchOf(region);
    if (year !== null) branch.year = Math.max(branch.year ?? 0, year);
  }
  return roots;
}

/** Adds what stands beside the children of a branch. */
export function addMissing(
  branches: readonly RegionBranch[],
  childrenOf: ReadonlyMap<string, readonly { name: string; stableId: string }[]>,
): void {
  for (const branch of branches) {
    const held = new Set(branch.children.map(({ stableId }) => stableId));
    branch.missing = (childrenOf.get(branch.stableId) ?? []).filter(({ stableId }) => !held.has(stableId)).map(({ name }) => name);
    addMissing(branch.children, childrenOf);
  }
}
