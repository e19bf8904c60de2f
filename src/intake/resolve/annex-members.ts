import { readResponsibilities } from '../parse/responsibility';
import type { AnnexReading } from '../reading';

/** The bodies that an annex lists for a collective which cites it, such as 26个领域的部门（见附件4）; empty where none is cited. */
export function membersInAnnex(expression: string, annexes: readonly AnnexReading[]): string[] {
  const number = /附[件表]\s*([0-9一二三四五六七八九十]*)/u.exec(expression)?.[1];
  if (number === undefined) return [];
  const annex = annexes.find((candidate) => (candidate.number ?? '') === number) ?? (number === '' ? annexes[0] : undefined);
  if (!annex || (annex.kind !== 'CATALOGUE' && annex.kind !== 'UNIT_LIST')) return [];
  const column = columnOfUnits(annex);
  if (column === null) return [];
  const printed = annex.entries.flatMap((entry) => (typeof entry[column] === 'string' ? [entry[column]] : []));
  const units = printed.flatMap((cell) =>
    readResponsibilities(cell, { defaultRole: 'RESPONSIBLE', firstLeads: false }).responsibilities.flatMap(({ unit }) => unit ?? []),
  );
  return [...new Set(units)];
}

/** The column that its heading, or the reading of a plain list, says to hold bodies. */
function columnOfUnits({ entries }: AnnexReading): string | null {
  return Object.keys(entries[0] ?? {}).find((column) => column === 'name' || /单位|部门|机构|主体/u.test(column)) ?? null;
}
