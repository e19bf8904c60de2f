import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Database } from '../../src/platform/database';
import { readKey, type Role } from '../../src/platform/graphql';
import { packageRoot } from '../../src/platform/package-root';
import { tokenFor } from './internal-api';

/** A block of commands of a text, with what the text says that it prints. */
export interface StoryStep {
  /** The last heading before it, and its place there. */
  label: string;
  commands: string;
  /** Null where the text shows nothing. */
  shown: { language: string; text: string } | null;
}

/** The commands of a text in order: every `sh` block, with the `json` or `text` block that directly follows. */
export function readStory(file: string): StoryStep[] {
  const text = readFileSync(join(packageRoot(__dirname), file), 'utf8');
  const part = /^#+ (?<heading>.*)$|^```sh\n(?<commands>[\s\S]*?)\n```$(?:\s*^```(?<language>json|text)\n(?<printed>[\s\S]*?)\n```$)?/gm;
  const steps: StoryStep[] = [];
  let heading = '';
  for (const { groups } of text.matchAll(part)) {
    const { heading: next, commands, language, printed } = groups!;
    if (next !== undefined) heading = next;
    if (commands === undefined) continue;
    steps.push({ label: `${steps.length + 1}. ${heading}`, commands, shown: language ? { language, text: printed! } : null });
  }
  return steps;
}

const mark = '--- end of step ---';

/** Runs all steps in one shell, in a folder of its own, against a running service; gives what each printed. `npm run gongkai -- token` issues a token. */
export async function runStory(steps: readonly StoryStep[], at: { url: string; database: Database; folder: string }): Promise<string[]> {
  const tokens = await tokenServer(at.database);
  const prelude = `set -eu\nnpm() { curl -sG "$TOKENS" --data-urlencode "arguments=$*"; }`;
  const script = [prelude, ...steps.map(({ commands }) => `${commands.replace(/^GONGKAI=.*$/m, '')}\necho; echo '${mark}'`)].join('\n');
  const shell = spawn('bash', ['-c', script], { cwd: at.folder, env: { ...process.env, GONGKAI: at.url, TOKENS: tokens.url } });
  let printed = '';
  let complaints = '';
  shell.stdout.on('data', (piece: Buffer) => (printed += piece.toString()));
  shell.stderr.on('data', (piece: Buffer) => (complaints += piece.toString()));
  const code = await new Promise((resolve) => shell.once('close', resolve));
  tokens.close();
  if (code !== 0) throw new Error(`The story stops: ${complaints}\n${printed}`);
  return printed.split(mark).map((part) => part.trim());
}

async function tokenServer(database: Database): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const given = new URL(request.url!, 'http://localhost').searchParams.get('arguments')!;
    const option = (name: string) => new RegExp(`--${name} (\\S+)`).exec(given)?.[1];
    const unit = option('unit');
    const holder = {
      role: option('role') as Role,
      subject: option('subject')!,
      unitKey: unit === undefined ? null : readKey(unit, 'Unit'),
    };
    void tokenFor(database, holder).then((token) => response.end(`${token}\n`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

/** Holds what was printed against what is shown, in which … stands for anything: within a line, or as the last item of a list for all further ones. */
export function expectShown(printed: string, { language, text }: NonNullable<StoryStep['shown']>): void {
  if (language === 'json') return expect(JSON.parse(printed)).toEqual(wildcards(JSON.parse(text)));
  expect(printed).toMatch(pattern(text.trim()));
}

function pattern(text: string): RegExp {
  return new RegExp(
    `^${text
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\s\\S]*?')}$`,
    'u',
  );
}

/* What a text shows is plain JSON. */
function wildcards(value: unknown): unknown {
  if (value === '…') return expect.anything();
  if (typeof value === 'string') return value.includes('…') ? expect.stringMatching(pattern(value)) : value;
  if (Array.isArray(value)) {
    return value.at(-1) === '…' ? expect.arrayContaining(value.slice(0, -1).map(wildcards)) : value.map(wildcards);
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, wildcards(part)]));
}
