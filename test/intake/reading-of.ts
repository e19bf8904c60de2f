import type { ParseResult, TaskReading } from '../../src/intake';
import { parsePlan } from '../../src/intake/parse/parse-plan';
import { readTextDocument } from '../../src/intake/readers/read-document';

/** The reading of a plain text. */
export function readingOf(text: string | Buffer): ParseResult {
  const document = readTextDocument(typeof text === 'string' ? Buffer.from(text, 'utf8') : text);
  return {
    source: { file: 'document.txt', mediaType: document.mediaType, sha256: '', encoding: document.encoding },
    ...parsePlan(document),
  };
}

/** Units and collectives of a task in their order, with the role's first letter. */
export function unitsOf(task: TaskReading | undefined): string[] {
  return (task?.responsibilities ?? []).map(({ role, unit, group }) => `${role[0]}:${unit ?? `«${group ?? ''}»`}`);
}

/** What a reader of a test wants to see of each task. */
export function brief(reading: ParseResult): { path: string; text: string; units: string; due: string }[] {
  return reading.tasks.map((task) => ({
    path: task.categoryPath.join(' > '),
    text: task.text,
    units: unitsOf(task).join(' '),
    due: `${task.deadline.kind}${task.deadline.dueOn === null ? '' : ` ${task.deadline.dueOn}`}`,
  }));
}
