import type { RegionKind, RegionLevel } from '../region.enums';

/** A region of the reference data, as a plain row. */
export interface SeedRegion {
  /** GB/T 2260, six digits, nine for a township; null for a zone. */
  code: string | null;
  /** The code of a division, an id of our own ("zone-…") for a zone. */
  stableId: string;
  name: string;
  /** Other names under which documents print it. */
  aliases: string[];
  level: RegionLevel;
  kind: RegionKind;
  /** The division above, for a zone its host; null for the nation. */
  parentStableId: string | null;
  source: string;
  /** ISO date: the state of the source. */
  sourceDate: string;
}
