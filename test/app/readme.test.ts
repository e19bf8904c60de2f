import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exploreExamples } from '../../src/app/explore-examples';
import { packageRoot } from '../../src/platform/package-root';
import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import type { Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const api = new ApiClient(() => database.publicReader);

/** A query of a text, directly followed by its answer. */
const example = /```graphql\n(?<query>.*?)\n```\s*```json\n(?<data>.*?)\n```/gs;

const examples = ['README.md', 'README.zh-CN.md'].flatMap((file) =>
  [...readFileSync(join(packageRoot(__dirname), file), 'utf8').matchAll(example)].map(({ groups }, index) => ({
    label: `${file}, example ${index + 1}`,
    query: groups!['query']!,
    data: JSON.parse(groups!['data']!) as unknown,
  })),
);

it('both texts for newcomers have five examples or more, the same ones', () => {
  const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((file) => examples.filter(({ label }) => label.startsWith(`${file},`)));
  expect(english!.length).toBeGreaterThanOrEqual(5);
  expect(chinese!.map(({ query }) => query)).toEqual(english!.map(({ query }) => query));
});

it.each(examples)('a query that is shown gives the answer that is shown: $label', async ({ query, data }) => {
  expect(await api.data(query)).toEqual(data);
});

it.each(exploreExamples)('a query that the IDE offers gives something: $name', async ({ query, variables }) => {
  const [root]: Data[] = Object.values(await api.data(query, JSON.parse(variables ?? '{}') as Record<string, unknown>));
  expect((root.nodes ?? root.rows).length).toBeGreaterThan(0);
});
