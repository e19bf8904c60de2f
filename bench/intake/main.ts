// Time and memory of reading documents, each in a process of its own, and how much of them is read right:
//   npm run bench -- intake [--runs N]
// Writes bench/results/intake.md. Nothing is asserted: times differ from machine to machine, the tests hold the rates.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { machineLine, markdownTable } from '../machine';
import { PLAN_FILES, PLANS } from '../plan-files';
import { accuracyOfCorpus, accuracyOfPlans } from '../accuracy/accuracy-table';
import { largeFlowedText, largeLaidOutText, largePdf, largeWorkbook } from './large-documents';

const root = resolve(__dirname, '..', '..');
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);

interface Reading {
  milliseconds: number;
  tasks: number;
  kilobytes: number;
  /** Of the process that opens a PDF. */
  helperKilobytes: number;
}

function readOnce(path: string): Reading {
  const program = ['-r', join(root, 'scripts', 'register.cjs'), join(__dirname, 'read-once.ts'), path];
  return JSON.parse(execFileSync(process.execPath, program, { encoding: 'utf8' })) as Reading;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;
}

function row(name: string, path: string): string[] {
  const readings = Array.from({ length: runs }, () => readOnce(path));
  const milliseconds = Math.round(median(readings.map((reading) => reading.milliseconds)));
  const megabytes = (of: (reading: Reading) => number): string => String(Math.round(Math.max(...readings.map(of)) / 1024) || '-');
  process.stderr.write(`${name}: ${milliseconds} ms\n`);
  const memory = [megabytes(({ kilobytes }) => kilobytes), megabytes(({ helperKilobytes }) => helperKilobytes)];
  return [name, String(readings[0]?.tasks ?? 0), String(milliseconds), ...memory];
}

function planRows(): string[][] {
  return PLAN_FILES.flatMap(([format, pathOf]) =>
    PLANS.filter((plan) => existsSync(join(root, pathOf(plan)))).map((plan) => row(`${plan}, ${format}`, join(root, pathOf(plan)))),
  );
}

function largeRows(folder: string): string[][] {
  const documents: [name: string, file: string, content: Buffer][] = [
    ['5,000 rows, xlsx', 'rows.xlsx', largeWorkbook(5_000)],
    ['300 pages, pdf', 'pages.pdf', largePdf(300)],
    ['500 rows, text without borders', 'flowed-500.txt', largeFlowedText(500)],
    ['1,000 rows, text with columns kept by spaces', 'layout-1000.txt', largeLaidOutText(1_000)],
  ];
  return documents.map(([name, file, content]) => {
    const path = join(folder, file);
    writeFileSync(path, content);
    return row(name, path);
  });
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  try {
    const heading = ['document', 'tasks read', 'median ms', 'most MB', 'most MB of the helper'];
    const report = [
      '# Reading documents',
      '',
      `${machineLine()}. Medians of ${runs} runs, each in a process of its own, its programs loaded before the clock starts. Memory is the most that the reading process held resident in any run, its programs and the compiler that loads them from the sources included; the helper is the process that opens a PDF.`,
      '',
      '## The five plans',
      '',
      markdownTable(heading, planRows()),
      '',
      '## Large documents, made for measuring',
      '',
      markdownTable(heading, largeRows(folder)),
      '',
      '## How much is read right',
      '',
      'Per cent of what a person marked. Recall and precision are of tasks; the fields are of the tasks that were found: units and collectives count as right where the whole list is, the lead where every role is, the date with its precision. These documents are known to the parser’s authors: what it reaches on others is lower.',
      '',
      'The five plans, against their checked readings:',
      '',
      await accuracyOfPlans(),
      '',
      'The corpus: plans of other places, and documents that set no tasks:',
      '',
      await accuracyOfCorpus(),
      '',
    ].join('\n');
    mkdirSync(join(root, 'bench', 'results'), { recursive: true });
    writeFileSync(join(root, 'bench', 'results', 'intake.md'), report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
