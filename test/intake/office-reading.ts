import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, UnreadableDocumentError, type ParseResult } from '../../src/intake';
import type { DocumentBlock, SourceDocumentModel, TableBlock } from '../../src/intake/document';
import { readDocument } from '../../src/intake/readers/read-document';

export const PLANS: [string, number][] = [
  ['dazhou-2023', 55],
  ['tongchuan-2023', 47],
  ['wanyuan-2021', 25],
  ['guangyuan-2022', 22],
  ['meishan-2023', 57],
];

const root = join(__dirname, '../..');

export function sourceText(name: string): Buffer {
  return readFileSync(join(root, `seeds/documents/${name}.txt`));
}

/** A source document as an office program saved it. */
export function officeFile(name: string, format: 'docx' | 'xlsx'): Buffer {
  return readFileSync(join(root, `test/fixtures/documents/${name}.${format}`));
}

export function officeReading(bytes: Buffer): Promise<ParseResult> {
  return parseDocument(bytes, 'document');
}

/** What a document says: all of a reading but where in the file it stands and which rule read it. */
export function contentOf({ plan, tasks, annexes, problems }: ParseResult): unknown {
  const elsewhere = ['rule', 'source', 'line'];
  return JSON.parse(
    JSON.stringify({ plan, tasks, annexes, problems }, (key, value: unknown) => (elsewhere.includes(key) ? undefined : value)),
  );
}

/** What is read of each task, field by field, without where in the file it stands and which rule read it. */
export function tasksOf(reading: ParseResult): unknown[] {
  return reading.tasks.map(
    ({ number, categoryPath, text, responsibleText, leadOfficial, responsibilities, openEnded, deadline, targets }) =>
      JSON.parse(
        JSON.stringify(
          { number, categoryPath, text, responsibleText, leadOfficial, responsibilities, openEnded, deadline, targets },
          (key, value: unknown) => (key === 'rule' ? undefined : value),
        ),
      ),
  );
}

export function textsOf(blocks: readonly DocumentBlock[]): unknown[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    if (block.kind === 'flowed') return block.lines.map(({ text }) => text);
    return gridOf(block);
  });
}

/** The cells of a table, each as its text with its spans where it is merged. */
export function gridOf(table: TableBlock): string[][] {
  return table.rows.map(({ cells }) =>
    cells.map(({ text, column, rowSpan, colSpan }) => `${column}:${text}${rowSpan > 1 || colSpan > 1 ? ` ${rowSpan}×${colSpan}` : ''}`),
  );
}

/** The name of the refusal; the model where the file was read. */
export async function refusalOf(bytes: Buffer): Promise<string | SourceDocumentModel> {
  try {
    return await readDocument(bytes);
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return error.code;
    throw error;
  }
}
