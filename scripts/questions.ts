// Answers to the questions of docs/questions, as a running service gives them:
//   npm start, and beside it:  npm run questions:emit    writes docs/questions/*.json; the test compares them with the five plans
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/platform/package-root';

const folder = join(packageRoot(__dirname), 'docs', 'questions');
const url = process.argv[2] ?? 'http://localhost:4000/public/graphql';

async function main(): Promise<void> {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.graphql'))) {
    const query = readFileSync(join(folder, file), 'utf8');
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
    const { data, errors } = (await answer.json()) as { data?: unknown; errors?: unknown };
    if (errors) throw new Error(`${file}: ${JSON.stringify(errors)}`);
    writeFileSync(join(folder, file.replace('.graphql', '.json')), `${JSON.stringify(data, null, 2)}\n`);
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
