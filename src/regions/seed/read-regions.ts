import { readDivisions } from './read-divisions';
import { readTownships } from './read-townships';
import { readZones } from './read-zones';
import type { SeedRegion } from './seed-region';

export type { SeedRegion } from './seed-region';

/** All regions of the reference data, parents before their children. */
export function readSeedRegions(): SeedRegion[] {
  return [...readDivisions(), ...readTownships(), ...readZones()];
}
