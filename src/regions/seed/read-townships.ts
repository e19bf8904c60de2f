import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../platform/package-root';
import type { SeedRegion } from './seed-region';

const townshipFile = z.object({
  source: z.string(),
  sourceDate: z.iso.date(),
  townships: z.array(
    z.object({ code: z.string().regex(/^\d{6}[0-3]\d\d$/), name: z.string().min(1), parent: z.string().regex(/^\d{6}$/) }),
  ),
});

/** Townships, towns and subdistricts of 达州, 广元 and 眉山: a dated extract, made by scripts/extract-townships.cjs. */
export function readTownships(): SeedRegion[] {
  const text = readFileSync(join(packageRoot(), 'seeds', 'regions', 'townships.json'), 'utf8');
  const { source, sourceDate, townships } = townshipFile.parse(JSON.parse(text));
  return townships.map(({ code, name, parent }) => ({
    code,
    stableId: code,
    name,
    aliases: [],
    level: 'TOWNSHIP',
    kind: 'DIVISION',
    parentStableId: parent,
    source,
    sourceDate,
  }));
}
