// The questions that the pages of the portal ask, with the types of their answers. A page's .graphql file is checked against
// the public schema and becomes a .document.ts beside it:
//   npm run portal:emit    writes the .document.ts files
//   npm run portal:check   fails when they are not what the .graphql files and the schema say
import {
  Kind,
  parse,
  print,
  validate,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import * as prettier from 'prettier';
import { schemas } from '../src/app/schema';
import { packageRoot } from '../src/platform/package-root';
import { answerType, variablesType } from './document-types';

const root = packageRoot(__dirname);
const folder = join(root, 'src', 'portal');
const schema = schemas().public;

interface Source {
  file: string;
  document: DocumentNode;
}

const sources: Source[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => ({ file: join(folder, name), document: parse(readFileSync(join(folder, name), 'utf8')) }));

/** A fragment is known by its name in all files. */
const fragments = new Map<string, { file: string; node: FragmentDefinitionNode }>();
for (const { file, document } of sources) {
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, { file, node });
}

const outputOf = (file: string) => file.replace(/\.graphql$/, '.document.ts');

const lowerFirst = (name: string) => name[0]!.toLowerCase() + name.slice(1);

/** Names of the fragments that stand in a selection itself, or in those and the fragments below them. */
function spreadsIn(selections: SelectionSetNode, deep: boolean, found = new Set<string>()): Set<string> {
  visit(selections, {
    FragmentSpread: ({ name: { value } }) => {
      if (found.has(value)) return;
      found.add(value);
      if (deep) spreadsIn(fragments.get(value)!.node.selectionSet, deep, found);
    },
  });
  return found;
}

function wholeDocument(operation: OperationDefinitionNode): DocumentNode {
  const used = [...spreadsIn(operation.selectionSet, true)].map((name) => fragments.get(name)!.node);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...used] };
}

function importsOf({ file, document }: Source): string {
  const names = new Set(
    document.definitions.flatMap((node) => ('selectionSet' in node && node.selectionSet ? [...spreadsIn(node.selectionSet, false)] : [])),
  );
  const byFile = new Map<string, string[]>();
  for (const name of names) {
    const from = fragments.get(name)!.file;
    if (from !== file) byFile.set(from, [...(byFile.get(from) ?? []), name]);
  }
  return [...byFile]
    .map(([from, types]) => `import type { ${types.sort().join(', ')} } from '${pathTo(file, outputOf(from))}';`)
    .sort()
    .join('\n');
}

function pathTo(from: string, to: string): string {
  const path = relative(dirname(from), to).replace(/\.ts$/, '');
  return path.startsWith('.') ? path : `./${path}`;
}

function codeOf(source: Source): string {
  const operations = source.document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const parts = source.document.definitions.map((node) => {
    if (node.kind === Kind.FRAGMENT_DEFINITION) {
      return `export type ${node.name.value} = ${answerType(schema, schema.getType(node.typeCondition.name.value)!, node.selectionSet)};`;
    }
    if (node.kind !== Kind.OPERATION_DEFINITION || !node.name) throw new Error(`${source.file}: queries with a name, and fragments`);
    const name = node.name.value;
    const text = print(wholeDocument(node)).replace(/[`\\]|\$\{/g, '\\$&');
    return [
      `export type ${name}Variables = ${variablesType(schema, node)};`,
      `export type ${name}Answer = ${answerType(schema, schema.getQueryType()!, node.selectionSet)};`,
      `export const ${lowerFirst(name)}Document: Document<${name}Answer, ${name}Variables> = { text: \`${text}\\n\` };`,
    ].join('\n\n');
  });
  const own = operations.length > 0 ? `import type { Document } from '${pathTo(source.file, join(folder, 'document.ts'))}';\n` : '';
  const name = relative(dirname(source.file), source.file);
  return `// Written by \`npm run portal:emit\` from ${name}; never edited.\n${own}${importsOf(source)}\n\n${parts.join('\n\n')}\n`;
}

function problemsOf({ file, document }: Source): string[] {
  return document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .flatMap((node) => validate(schema, wholeDocument(node)))
    .map(({ message }) => `${relative(root, file)}: ${message}`);
}

async function outputs(): Promise<Map<string, string>> {
  const problems = sources.flatMap(problemsOf);
  if (problems.length > 0) {
    process.stderr.write(`${problems.join('\n')}\n`);
    process.exit(1);
  }
  const entries = sources.map(async (source): Promise<[string, string]> => {
    const file = outputOf(source.file);
    return [file, await prettier.format(codeOf(source), { ...(await prettier.resolveConfig(file)), filepath: file })];
  });
  return new Map(await Promise.all(entries));
}

async function emit(): Promise<void> {
  for (const [file, code] of await outputs()) writeFileSync(file, code);
}

async function check(): Promise<void> {
  for (const [file, code] of await outputs()) {
    if (existsSync(file) && readFileSync(file, 'utf8') === code) continue;
    process.stderr.write(`${relative(root, file)} is not what its .graphql says: run \`npm run portal:emit\`.\n`);
    process.exitCode = 1;
  }
}

const work: Record<string, () => Promise<void>> = { emit, check };
const chosen = work[process.argv[2] ?? ''];
if (!chosen) {
  process.stderr.write('usage: scripts/portal-documents.ts emit|check\n');
  process.exit(2);
}
void chosen();
