/** What a person marked in a line or a cell, and the line as it is printed. */
export interface Marks {
  printed: string;
  /** <…>: the words of the task or category. */
  text: string | null;
  /** <1:…>: a note before the words, such as the level of a section row. */
  note: string | null;
  /** #1#: a number that is the task's own. */
  number: string | null;
  bodies: string[];
  /** & where the list stays open. */
  open: boolean;
  /** $6月底前=0630M$. */
  deadline: string | null;
  /** ^张三^. */
  official: string | null;
}

const MARK = /<(?:(\d):)?([^>]*)>|\[([^\]]*)\]|\{([^}]*)\}|\$([^$]*)\$|\^([^^]*)\^|#([^#]+)#|(&)/g;
const ROLES: Record<string, string> = { '!': 'L', '~': 'S' };

/** 市教育局、市财政局: signs in brackets part nothing. */
function splitList(list: string): string[] {
  return list.split(/[、，；\n](?![^（]*）)/).filter((name) => name !== '');
}

/** "[!…]" a list of bodies that lead, "~" that support; "{…}" one collective; "printed|meant" where both differ. */
function readBodies(content: string, isGroup: boolean): { printed: string; bodies: string[] } {
  const role = ROLES[content[0] ?? ''] ?? 'R';
  const bare = role === 'R' ? content : content.slice(1);
  const [printed = '', meant = printed] = bare.split('|');
  const names = isGroup ? [meant] : splitList(meant);
  return { printed, bodies: names.map((name) => (isGroup || name.startsWith('各') ? `${role}:«${name}»` : `${role}:${name}`)) };
}

/** Reads the marks of a line; in a cell of deadlines the code stands behind the last "=". */
export function readMarks(line: string, isDeadlineCell = false): Marks {
  const marks: Marks = { printed: '', text: null, note: null, number: null, bodies: [], open: false, deadline: null, official: null };
  const cell = isDeadlineCell ? /^([^]*)=(\w+\+?)$/.exec(line) : null;
  if (cell !== null) return { ...marks, printed: cell[1] ?? '', deadline: cell[2] ?? null };
  marks.printed = line.replace(
    MARK,
    (_whole, note?: string, text?: string, list?: string, group?: string, deadline?: string, official?: string, number?: string) => {
      if (text !== undefined) {
        marks.note = note ?? null;
        marks.text = (marks.text ?? '') + text;
        return text;
      }
      const body = list ?? group;
      if (body !== undefined) {
        const { printed, bodies } = readBodies(body, list === undefined);
        marks.bodies.push(...bodies);
        return printed;
      }
      if (deadline !== undefined) {
        const [printed = '', code = ''] = deadline.split('=');
        marks.deadline = code;
        return printed;
      }
      if (official !== undefined) return (marks.official = official);
      if (number !== undefined) return (marks.number = number);
      marks.open = true;
      return '';
    },
  );
  return marks;
}

/** Plain names of a cell of bodies need no marks, unless verbs part them. */
export function unmarkedBodies(cell: string): string[] {
  const rest = cell.replace(MARK, '、').replace(/、[和及与]、/g, '、');
  return /牵头|配合|会同|负责|等|：/.test(rest) ? [] : readBodies(rest, false).bodies;
}
