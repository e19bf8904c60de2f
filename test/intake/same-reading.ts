import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParseResult } from '../../src/intake';
import { parseDocument } from '../../src/intake/parse-file';

export const FIVE_PLANS: [name: string, tasks: number][] = [
  ['dazhou-2023', 55],
  ['tongchuan-2023', 47],
  ['wanyuan-2021', 25],
  ['meishan-2023', 57],
  ['guangyuan-2022', 22],
];

/** What a reading holds whatever the format it was read from: all but where it stands in the file. */
export function fieldsOf(reading: ParseResult): unknown {
  const { plan, tasks, annexes } = reading;
  const fields = {
    plan,
    tasks: tasks.map(({ source: _source, ...task }) => task),
    annexes: annexes.map(({ line: _line, ...annex }) => annex),
  };
  const positions = new Set(['line', 'rule']);
  return JSON.parse(JSON.stringify(fields, (key, value: unknown) => (positions.has(key) ? undefined : value)));
}

/** The reading of one of the five plans from its text document. */
export async function readingOfText(name: string): Promise<ParseResult> {
  return parseDocument(readFileSync(join(__dirname, `../../seeds/documents/${name}.txt`)), `${name}.txt`);
}
