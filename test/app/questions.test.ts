import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/package-root';
import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';

const database = useTestDatabase({ seeded: true });
const api = new ApiClient(() => database.publicReader);

const docs = join(packageRoot(__dirname), 'docs');
const read = (name: string) => readFileSync(join(docs, 'questions', name), 'utf8');
const questions = readdirSync(join(docs, 'questions'))
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => name.replace('.graphql', ''));

test('every question is listed with its answer', () => {
  const text = readFileSync(join(docs, 'questions.md'), 'utf8');
  const listed = [...text.matchAll(/\(questions\/(?<file>[^)]+)\)/gu)].map(({ groups }) => groups!['file']);
  expect(questions).toHaveLength(10);
  expect(listed.toSorted()).toEqual(questions.flatMap((name) => [`${name}.graphql`, `${name}.json`]).toSorted());
});

test.each(questions)('the answer that is shown is the one that the five plans give: %s', async (name) => {
  expect(await api.data(read(`${name}.graphql`))).toEqual(JSON.parse(read(`${name}.json`)));
});
