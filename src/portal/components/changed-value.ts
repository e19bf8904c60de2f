import type { Messages } from '../messages';

/** The name of a field as a reader calls it; the API's own where there is no other. */
export function fieldLabel({ changes }: Messages, field: string): string {
  return changes.field[field] ?? field;
}

/**
 * A value of a field as a reader calls it. The API writes `role: LEAD, unit: 市教育局` for an item of a list; words of a document stay as
 * they are printed.
 */
export function valueLabel({ changes, terms, site }: Messages, field: string, value: string): string {
  if (field === 'openEnded' || field === 'deadline.thenOngoing') return value === 'true' ? changes.yes : changes.no;
  if (field === 'deadline.kind') return (terms.deadlineKind as Readonly<Record<string, string>>)[value] ?? value;
  if (field === 'kind') return (terms.planKind as Readonly<Record<string, string>>)[value] ?? value;
  if (field === 'deadline.dueOn' || field === 'issuedOn') return site.date(value);
  if (field === 'deadline.precision' || field === 'deadline.dayCount') return changes.value[value] ?? value;
  if (!lists.has(field)) return value;
  return value.replace(parts, (whole, before: string, name: string, code: string | undefined) => {
    const label = changes.part[name];
    if (label === undefined) return whole;
    return `${before === ', ' ? site.comma : before}${label}${site.colon}${code === undefined ? '' : (changes.value[code] ?? code)}`;
  });
}

const lists = new Set(['targets', 'responsibilities', 'basis', 'tasks', 'annexes']);

/** `name: `, at the start of a line or behind a comma, and the code behind it if there is one. */
const parts = /(^|, |\n)([a-zA-Z]+): ([A-Z_]+(?=, |\n|$))?/g;
