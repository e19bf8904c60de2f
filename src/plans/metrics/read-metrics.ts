import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../platform/package-root';

const texts = z.array(z.string().min(1)).min(1);

const vocabulary = z.object({
  units: z.array(z.object({ unit: z.string().min(1), forms: texts, factor: z.number().int().positive() })),
  metrics: z.array(
    z.object({
      code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
      titleZh: z.string().min(1),
      titleEn: z.string().min(1),
      units: texts,
      patterns: texts,
    }),
  ),
});

/** The vocabulary in which promises of different plans are compared. A promise belongs to the first metric that fits. */
export type SeedMetrics = z.infer<typeof vocabulary>;

export function readSeedMetrics(): SeedMetrics {
  return vocabulary.parse(JSON.parse(readFileSync(join(packageRoot(), 'seeds', 'metrics', 'metrics.json'), 'utf8')));
}
