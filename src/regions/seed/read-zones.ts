import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../platform/package-root';
import type { SeedRegion } from './seed-region';

const zoneFile = z.object({
  zones: z.array(
    z.object({
      stableId: z.string().regex(/^zone-[a-z-]+$/),
      name: z.string().min(1),
      aliases: z.array(z.string().min(1)),
      host: z.string().regex(/^\d{6}$/),
      printedIn: z.string(),
      documentNumber: z.string(),
      sourceDate: z.iso.date(),
    }),
  ),
});

/** Functional zones: no code, since the standard gives them none. They stand beside the counties of their host. */
export function readZones(): SeedRegion[] {
  const text = readFileSync(join(packageRoot(), 'seeds', 'regions', 'zones.json'), 'utf8');
  return zoneFile.parse(JSON.parse(text)).zones.map((zone) => ({
    code: null,
    stableId: zone.stableId,
    name: zone.name,
    aliases: zone.aliases,
    level: 'COUNTY',
    kind: 'ZONE',
    parentStableId: zone.host,
    source: `${zone.documentNumber} (seeds/documents/${zone.printedIn})`,
    sourceDate: zone.sourceDate,
  }));
}
