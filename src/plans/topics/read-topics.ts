import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../platform/package-root';

const seedTopic = z.object({
  code: z.string().regex(/^[A-Z_]+$/),
  titleZh: z.string().min(1),
  titleEn: z.string().min(1),
  parent: z.string().nullable(),
  ruleWords: z.array(z.string().min(2)).min(1),
});

/** A topic of the taxonomy that all plans share; `parent` is the code of the topic above, null for a top topic. */
export type SeedTopic = z.infer<typeof seedTopic>;

/** The taxonomy, each top topic before those below it. */
export function readSeedTopics(): SeedTopic[] {
  const text = readFileSync(join(packageRoot(), 'seeds', 'topics', 'topics.json'), 'utf8');
  return z.object({ topics: z.array(seedTopic) }).parse(JSON.parse(text)).topics;
}
