import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../platform/package-root';

const functionLineFile = z.object({
  lines: z.array(
    z.object({
      code: z.string().regex(/^[A-Z_]+$/),
      titleZh: z.string().min(1),
      titleEn: z.string().min(1),
      stems: z.array(z.array(z.string().min(2)).min(1)).min(1),
    }),
  ),
});

/** A line of work (条线), with the stems by which an organ's name shows it. */
export interface SeedFunctionLine {
  code: string;
  titleZh: string;
  titleEn: string;
  /** Lists of forms of one and the same name, the full form first. */
  stems: string[][];
}

/** The taxonomy of function lines, in its order. */
export function readFunctionLines(): SeedFunctionLine[] {
  const text = readFileSync(join(packageRoot(), 'seeds', 'units', 'function-lines.json'), 'utf8');
  return functionLineFile.parse(JSON.parse(text)).lines;
}
