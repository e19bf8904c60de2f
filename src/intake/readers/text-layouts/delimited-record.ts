import type { TextLine } from './text-line';

/** A quoted cell may run over this many lines; an opening quote that is not closed by then is a character of the text. */
const LONGEST_QUOTED_LINES = 60;

export interface DelimitedRecord {
  cells: string[];
  next: number;
}

interface QuotedCell {
  text: string;
  next: number;
  offset: number;
}

function closeQuote(lines: readonly TextLine[], start: number, offset: number, delimiter: string): QuotedCell | null {
  const parts: string[] = [];
  const last = Math.min(lines.length, start + LONGEST_QUOTED_LINES);
  for (let index = start; index < last; index += 1) {
    const line = lines[index]?.text ?? '';
    let part = '';
    for (let at = index === start ? offset + 1 : 0; at < line.length; at += 1) {
      if (line[at] !== '"') part += line[at];
      else if (line[at + 1] === '"') {
        part += '"';
        at += 1;
      } else if (at + 1 === line.length || line[at + 1] === delimiter) {
        return { text: [...parts, part].join('\n'), next: index, offset: at + 1 };
      } else return null;
    }
    parts.push(part);
  }
  return null;
}

/** One record of delimited text from line `start`; quotes as in RFC 4180, where they are closed as it says. */
export function readRecord(lines: readonly TextLine[], start: number, delimiter: string): DelimitedRecord {
  const cells: string[] = [];
  let index = start;
  let offset = 0;
  for (;;) {
    const line = lines[index]?.text ?? '';
    const quoted = line[offset] === '"' ? closeQuote(lines, index, offset, delimiter) : null;
    if (quoted !== null) {
      cells.push(quoted.text);
      index = quoted.next;
      offset = quoted.offset;
    } else {
      const end = line.indexOf(delimiter, offset);
      cells.push(line.slice(offset, end < 0 ? undefined : end));
      offset = end < 0 ? line.length : end;
    }
    if (offset >= (lines[index]?.text.length ?? 0)) return { cells, next: index + 1 };
    offset += 1;
    if (offset === lines[index]?.text.length) return { cells: [...cells, ''], next: index + 1 };
  }
}
