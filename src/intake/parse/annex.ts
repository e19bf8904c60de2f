import type { ParagraphBlock, TableBlock } from '../document';
import type { AnnexReading } from '../reading';
import { looksLikeUnits } from './cell-nature';
import { categoryTitle } from './category-title';
import { cleanText } from './clean-text';
import type { FlowBlock } from './document-flow';
import type { AnnexPart } from './document-parts';
import { readNumbering } from './numbering';
import { readResponsibilities } from './responsibility';
import { buildGrid, printedCells } from './table-grid';
import { findHeader, isRepeatedHeader } from './table-header';

type Entry = Record<string, unknown>;

const ROLE =
  /^(第一组长|副?组\s*长|常务副组长|召集人|副召集人|总召集人|主\s*任|副主任|成\s*员|成员单位|联\s*络\s*员|秘书长|顾\s*问)\s*[：:]/;

/** Names of bodies in a list, as the reader of responsible units takes them apart. */
function unitsOf(text: string): string[] {
  return readResponsibilities(text, { defaultRole: 'RESPONSIBLE', firstLeads: false }).responsibilities.map(
    ({ unit, group, phrase }) => unit ?? group ?? phrase,
  );
}

/** 朱 挺 市委副书记、市长: a name of two to four characters, a gap, the post. */
function readPerson(printed: string): { name: string; post: string } | null {
  const text = printed.replace(/[\s\u3000]+/g, ' ').trim();
  const match = /^([\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff] [\u4e00-\u9fff]) (\S.{1,60})$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { name: match[1].replace(/ /g, ''), post: cleanText(match[2]) };
}

/** The people and bodies of a leadership group; other sentences are kept as they are. */
function leadershipEntries(paragraphs: readonly ParagraphBlock[]): Entry[] {
  const entries: Entry[] = [];
  let role: string | null = null;
  for (const { text: printed, position } of paragraphs.flatMap(linesOf)) {
    const label = ROLE.exec(printed.trim());
    if (label?.[1] !== undefined) role = cleanText(label[1]);
    const rest = label === null ? printed : printed.trim().slice(label[0].length);
    const person = role === null ? null : readPerson(rest);
    const text = cleanText(rest);
    if (person !== null) entries.push({ role, ...person, line: position.line });
    else if (role !== null && label !== null && text.includes('、') && looksLikeUnits(text)) {
      entries.push({ role, units: unitsOf(text), text, line: position.line });
    } else {
      entries.push({ text: cleanText(printed), line: position.line });
      role = null;
    }
  }
  return entries;
}

/** Several people stand on lines of their own in one paragraph; a sentence is one entry however many lines it has. */
function linesOf(paragraph: ParagraphBlock): ParagraphBlock[] {
  const lines = paragraph.text.split('\n');
  const people = lines.filter((line) => readPerson(line.replace(ROLE, '')) !== null).length;
  if (people < 2) return [{ ...paragraph, text: lines.join('') }];
  return lines.map((text, index) => ({
    ...paragraph,
    text,
    position: { ...paragraph.position, line: (paragraph.position.line ?? 0) + index },
  }));
}

/** Lists of bodies under headings: 一、乡镇、街道（5个）. */
function unitEntries(paragraphs: readonly ParagraphBlock[]): Entry[] {
  const entries: Entry[] = [];
  let group: string | null = null;
  for (const { text: printed, position } of paragraphs) {
    const text = cleanText(printed);
    const numbering = readNumbering(text);
    if (numbering !== null && (numbering.style === 'CHAPTER' || numbering.style === 'SECTION')) {
      group = categoryTitle(text);
      const listed = /[：:](.+)$/.exec(text)?.[1];
      if (listed !== undefined) for (const name of unitsOf(listed)) entries.push({ group, name, line: position.line });
      continue;
    }
    const list = numbering?.rest ?? text;
    if (list.length <= 200 || looksLikeUnits(list)) for (const name of namesOf(list)) entries.push({ group, name, line: position.line });
    else entries.push({ group, text, line: position.line });
  }
  return entries;
}

function namesOf(list: string): string[] {
  const names = list.split(/[、，,；;。]/).filter((name) => name !== '');
  return names.every((name) => name.length <= 30) ? names : unitsOf(list);
}

/** One entry per row, keyed by the headings; a blank cell stands for the one above where its column merges. */
function tableEntries(table: TableBlock): Entry[] {
  const grid = buildGrid(table);
  const header = findHeader(grid);
  const labels = header?.labels ?? printedLabels(table);
  const start = header?.end ?? 1;
  const above: string[] = [];
  return grid.rows.slice(start).flatMap((row) => {
    if (printedCells(row).length === 0 || (header !== null && isRepeatedHeader(row, header))) return [];
    const entry: Entry = {};
    labels.forEach((label, column) => {
      if (label === '') return;
      const text = row.cells[column]?.text ?? '';
      if (text !== '') above[column] = text;
      entry[label] = text === '' ? (above[column] ?? null) : text;
    });
    return [{ ...entry, line: row.position.line }];
  });
}

function printedLabels(table: TableBlock): string[] {
  return table.rows[0]?.cells.map((cell) => cleanText(cell.text)) ?? [];
}

function kindOf(part: AnnexPart, setsTasks: boolean): AnnexReading['kind'] {
  if (setsTasks) return 'TASK_TABLE';
  const paragraphs = part.blocks.filter((block): block is ParagraphBlock => block.kind === 'paragraph');
  if (paragraphs.some(({ text }) => ROLE.test(text.trim())) || /领导小组|工作专班|联席会议/.test(part.title)) return 'LEADERSHIP_GROUP';
  if (part.blocks.some((block) => block.kind === 'table')) return 'CATALOGUE';
  if (/名单|单位$/.test(part.title)) return 'UNIT_LIST';
  return 'OTHER';
}

function entriesOf(kind: AnnexReading['kind'], blocks: readonly FlowBlock[]): Entry[] {
  const paragraphs = blocks.filter((block): block is ParagraphBlock => block.kind === 'paragraph');
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? tableEntries(block) : []));
  switch (kind) {
    case 'TASK_TABLE':
      return [];
    case 'LEADERSHIP_GROUP':
      return [...leadershipEntries(paragraphs), ...rows];
    case 'UNIT_LIST':
      return [...unitEntries(paragraphs), ...rows];
    default:
      return [...paragraphs.map(({ text, position }) => ({ text: cleanText(text), line: position.line })), ...rows];
  }
}

/** What an annex holds besides tasks. */
export function readAnnex(part: AnnexPart, setsTasks: boolean): AnnexReading {
  const kind = kindOf(part, setsTasks);
  return { number: part.number, title: part.title, kind, entries: entriesOf(kind, part.blocks), line: part.line };
}
