import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AlignablePlan, Alignment } from '../../src/lineage/align/alignable-plan';

/** Two plans and how a person aligned them: lines such as "SPLIT 1-2", "DROPPED 4"; numbers as in the file, from 1. */
export interface AlignedExample {
  name: string;
  upper: AlignablePlan;
  lower: AlignablePlan;
  gold: Set<string>;
}

const folder = join(__dirname, '..', 'fixtures', 'lineage');
const readings = join(__dirname, '..', 'fixtures', 'readings');

export function alignedExamples(): AlignedExample[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readExample(file));
}

function readExample(file: string): AlignedExample {
  const [, upper, lower, table] = /^上级：(.*?)^下级：(.*?)^对照：\n(.*)/msu.exec(readFileSync(join(folder, file), 'utf8'))!;
  return {
    name: file.replace('.txt', ''),
    upper: readPlan(upper!),
    lower: readPlan(lower!),
    gold: new Set(table!.trim().split('\n').flatMap(readRow)),
  };
}

/** The heading names the plan; a path of a document after it means the plan that was read from that. */
function readPlan(part: string): AlignablePlan {
  const [heading = '', ...lines] = part.trim().split('\n');
  const document = /seeds\/documents\/(.+)\.txt/u.exec(heading)?.[1];
  const place = /^(.*?)(?=20\d\d年|人民政府)/u.exec(heading)![1]!;
  const regionNames = [place, ...place.split(/(?<=[省市])/u)].flatMap((name) => [name, name.replace(/[省市区县镇]$/u, '')]);
  if (document) {
    const { tasks } = JSON.parse(readFileSync(join(readings, `${document}.json`), 'utf8')) as { tasks: AlignablePlan['tasks'] };
    return { regionNames, tasks };
  }
  let categoryPath: string[] = [];
  const tasks: { text: string; categoryPath: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('# ')) categoryPath = line.slice(2).split(' > ');
    else tasks.push({ text: line.replace(/^\d+ /u, ''), categoryPath });
  }
  return { regionNames, tasks };
}

function readRow(row: string): string[] {
  const [relation, numbers] = row.split(' ') as [string, string];
  const [upper, lower] = numbers.split('-').map((side) => side.split(','));
  return lower ? upper!.flatMap((u) => lower.map((l) => `${relation} ${u}-${l}`)) : upper!.map((number) => `${relation} ${number}`);
}

/** An alignment in the same words. */
export function rowsOf({ pairs, dropped, added }: Alignment): Set<string> {
  return new Set([
    ...pairs.map(({ relation, upper, lower }) => `${relation} ${upper + 1}-${lower + 1}`),
    ...dropped.map(({ at }) => `DROPPED ${at + 1}`),
    ...added.map(({ at }) => `NEW ${at + 1}`),
  ]);
}
