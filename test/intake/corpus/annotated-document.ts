import { readFileSync } from 'node:fs';
import { readMarks, unmarkedBodies, type Marks } from './marks';

/** What a document means, as a person marked it. Null stands for what it does not print. */
export interface GoldTask {
  printedNumber: string | null;
  path: string[];
  text: string;
  /** "L:市教育局", "R:«各县（市、区）人民政府»". */
  bodies: string[];
  open: boolean;
  official: string | null;
  /** "BY_DATE 2024-06-30 MONTH", with "+" where the duty goes on after the day. */
  deadline: string;
  targets: GoldTarget[];
}

export interface GoldTarget {
  metric: string;
  measure: string;
}

export interface GoldDocument {
  name: string;
  layouts: Layout[];
  meta: Record<string, string[]>;
  pieces: Piece[];
  tasks: GoldTask[];
}

export type Layout = 'text' | 'tsv' | 'csv' | 'markdown' | 'tabbed' | 'stacked' | 'spaced' | 'merged';
export type Piece = { kind: 'line'; text: string } | { kind: 'row'; table: number; cells: string[]; header: boolean };

type Column = 'n' | 'm' | 'c' | 't' | 'r' | 'l' | 's' | 'o' | 'd' | '-';

/** What rows and headings above leave to a task. */
interface Above {
  path: string[];
  duties: (Marks | undefined)[];
  cells: string[];
  number: string | null;
}

const KINDS: Record<string, string> = { T: 'TIMELY', O: 'ONGOING', A: 'AS_APPROPRIATE', C: 'RECURRING', R: 'RELATIVE', N: 'NONE' };
const PRECISIONS: Record<string, string> = { D: 'DAY', M: 'MONTH', Q: 'QUARTER', H: 'HALF_YEAR', Y: 'YEAR' };
const ROLE_OF_COLUMN: Partial<Record<Column, string>> = { l: 'L', r: 'R', s: 'S' };

/** 0630M, 20250131D, 1231Y+, T, O … in words. */
function deadlineOf(code: string, year: string): string {
  const dated = /^(\d{4})?(\d\d)(\d\d)([DMQHY])(\+?)$/.exec(code);
  if (dated === null) return KINDS[code] ?? `unknown code ${code}`;
  return `BY_DATE ${dated[1] ?? year}-${dated[2]}-${dated[3]} ${PRECISIONS[dated[4] ?? ''] ?? ''}${dated[5] ?? ''}`;
}

class Annotations {
  readonly meta: Record<string, string[]> = {};
  readonly pieces: Piece[] = [];
  readonly tasks: GoldTask[] = [];
  private columns: Column[] = [];
  private table = 0;
  /** Headings in the prose over a table. */
  private headings: string[] = [];
  private above: Above = { path: [], duties: [], cells: [], number: null };

  private get year(): string {
    return this.meta['year']?.[0] ?? '';
  }

  read(line: string): void {
    const [, command = '', rest = ''] = /^(?:@(\S*) ?)?([^]*)$/.exec(line) ?? [];
    if (line.startsWith('%')) this.readMeta(line.slice(1));
    else if (line.startsWith('> ')) this.addTarget(line.slice(2));
    else if (!line.startsWith('@')) this.pieces.push({ kind: 'line', text: line });
    else if (/^\d$/.test(command)) this.enter(Number(command), rest);
    else if (command.startsWith('T')) this.startTask(command.slice(1), rest);
    else if (command === '+') this.continueTask(rest);
    else if (command === '=') this.continueCategory(rest);
    else this.readRow(command, rest);
  }

  private readMeta(line: string): void {
    const [, key = '', value = ''] = /^(\S+) ?(.*)$/.exec(line) ?? [];
    if (key === 'cols') {
      this.columns = value.split(' ') as Column[];
      this.table += 1;
      this.above = { path: this.headings, duties: [], cells: [], number: null };
    } else if (key === 'section') {
      const heading = readMarks(value);
      this.pieces.push({ kind: 'line', text: heading.printed });
      this.headings = [heading.text ?? ''];
    } else (this.meta[key] ??= []).push(value);
  }

  /** A measure is "AT_LEAST 60 % YEAR 1231", what is not printed left out as "-". */
  private addTarget(line: string): void {
    const [metric = '', comparator = '-', value = '-', unit = '-', period = '-', due = '-'] = line.split(' ');
    const day = due === '-' ? '-' : /^\d{8}$/.test(due) ? due : `${this.year}${due}`;
    this.tasks[this.tasks.length - 1]?.targets.push({ metric, measure: [comparator, value, unit, period, day].join(' ') });
  }

  private enter(level: number, line: string): void {
    const marks = readMarks(line);
    this.pieces.push({ kind: 'line', text: marks.printed });
    this.above.path = [...this.above.path.slice(0, level - 1), marks.text ?? ''];
    this.above.duties = [...this.above.duties.slice(0, level - 1)];
    this.above.duties[level - 1] = marks;
  }

  private continueCategory(line: string): void {
    const marks = readMarks(line);
    this.pieces.push({ kind: 'line', text: marks.printed });
    this.above.duties.push(marks);
  }

  private startTask(number: string, line: string): void {
    const marks = readMarks(line);
    this.pieces.push({ kind: 'line', text: marks.printed });
    const general = this.above.duties.filter((duty) => duty !== undefined);
    const withBodies = general.findLast((duty) => duty.bodies.length > 0);
    const deadline = marks.deadline ?? general.findLast((duty) => duty.deadline !== null)?.deadline ?? this.meta['deadline']?.[0] ?? 'N';
    const duty = marks.bodies.length > 0 ? marks : withBodies;
    this.tasks.push({
      printedNumber: number === '' ? null : number,
      path: this.above.path,
      text: marks.text ?? '',
      bodies: [...(duty?.bodies ?? [])],
      open: duty?.open ?? false,
      official: marks.official,
      deadline: deadlineOf(deadline, this.year),
      targets: [],
    });
  }

  private continueTask(line: string): void {
    const marks = readMarks(line);
    this.pieces.push({ kind: 'line', text: marks.printed });
    const task = this.tasks[this.tasks.length - 1];
    if (task === undefined) return;
    task.bodies = [...task.bodies, ...marks.bodies];
    task.open ||= marks.open;
    task.text += marks.text ?? '';
    task.official ??= marks.official;
    if (marks.deadline !== null) task.deadline = deadlineOf(marks.deadline, this.year);
  }

  /** H a heading, R a task, S a section row, X a row without meaning for the tasks. */
  private readRow(command: string, line: string): void {
    const cells = line.split(' | ').map((cell) => cell.trim().replaceAll('\\n', '\n'));
    const marks = cells.map((cell, index) => readMarks(cell, this.columns[index] === 'd'));
    const printed = marks.map((mark, index) => (cells[index] === '"' ? '"' : mark.printed));
    this.pieces.push({ kind: 'row', table: this.table, cells: printed, header: command === 'H' });
    if (command === 'S') this.enterSection(marks);
    if (command === 'R') this.addRow(cells, marks);
  }

  private enterSection(marks: readonly Marks[]): void {
    const section = marks.find((mark) => mark.text !== null);
    const level = Number(/^\d/.exec(section?.note ?? '')?.[0] ?? '1');
    this.above.path = [...this.above.path.slice(0, level - 1), section?.text ?? ''];
    this.above.cells = [];
    this.above.number = section?.number ?? null;
  }

  /** A ditto takes the cell above, whatever the layout makes of it. */
  private addRow(cells: readonly string[], printed: readonly Marks[]): void {
    const whole = cells.map((cell, index) => (cell === '"' ? (this.above.cells[index] ?? '') : cell));
    this.above.cells = whole;
    const task: GoldTask = {
      printedNumber: this.above.number,
      path: [...this.above.path],
      text: '',
      bodies: [],
      open: false,
      official: null,
      deadline: deadlineOf(this.meta['deadline']?.[0] ?? 'N', this.year),
      targets: [],
    };
    whole.forEach((cell, index) => this.readCell(task, this.columns[index] ?? '-', cell, printed[index]));
    this.tasks.push(task);
  }

  private readCell(task: GoldTask, column: Column, cell: string, own: Marks | undefined): void {
    if (cell === '' || cell === '-' || cell === '无') return;
    const marks = readMarks(cell, column === 'd');
    const plain = marks.text ?? marks.printed.replace(/\s+/g, '');
    const role = ROLE_OF_COLUMN[column];
    if (column === 'n') task.printedNumber = plain;
    else if (column === 'c') {
      task.path.push(plain);
      task.printedNumber ??= marks.number;
    } else if (column === 't') {
      task.text = plain;
      if (marks.deadline !== null) task.deadline = deadlineOf(marks.deadline, this.year);
      task.bodies.push(...marks.bodies);
      task.open ||= marks.open;
      task.printedNumber = marks.number ?? own?.number ?? task.printedNumber;
    } else if (column === 'o') task.official = plain;
    else if (column === 'd') task.deadline = deadlineOf(marks.deadline ?? 'N', this.year);
    else if (role !== undefined) {
      const inRole = [...marks.bodies, ...unmarkedBodies(cell)].map((body) => body.replace(/^R:/, `${role}:`));
      task.bodies.push(...inRole.filter((body) => !task.bodies.some((other) => other.slice(2) === body.slice(2))));
      task.open ||= marks.open;
    }
  }
}

/** Reads one marked document. */
export function readAnnotated(path: string, name: string): GoldDocument {
  const annotations = new Annotations();
  for (const line of readFileSync(path, 'utf8').replace(/\n$/, '').split('\n')) annotations.read(line);
  const { meta, pieces, tasks } = annotations;
  const layouts = (meta['layouts']?.[0] ?? 'text').split(',') as Layout[];
  return { name, layouts, meta, pieces, tasks };
}
