import { z } from 'zod';
import type { AnnexReading, PlanReading } from '../reading';
import { facts, type FactName } from './plan-table';

/** A row of facts: its name and its values, blank ones as "". */
export interface FactRow {
  name: FactName;
  values: string[];
  line: number | null;
}

const factOf = new Map(Object.entries(facts).map(([name, { id }]) => [id as string, name as FactName]));

/** The fact that a row tells; null where it tells none. */
export function readFact(cells: readonly string[], line: number | null): FactRow | null {
  const at = cells.findIndex((cell) => factOf.has(cell));
  return at === -1 ? null : { name: factOf.get(cells[at]!)!, values: cells.slice(at + 1), line };
}

const kinds = z.enum(['KEY_POINTS', 'WORK_ARRANGEMENT', 'IMPLEMENTATION_PLAN', 'ASSIGNMENT_TABLE', 'OTHER']).catch('OTHER');
const year = z.coerce.number().int().min(1949).max(2200).nullable().catch(null);
const date = z.iso.date().nullable().catch(null);

/** The attributes of the plan; absent where no row tells them. */
export function readPlanFacts(rows: readonly FactRow[]): PlanReading {
  const all = (name: FactName) => rows.filter((row) => row.name === name).map(({ values }) => values);
  const one = (name: FactName): string | null => all(name)[0]?.[0] || null;
  return {
    title: one('title'),
    documentNumber: one('documentNumber'),
    kind: kinds.parse(one('kind')),
    issuer: one('issuer'),
    issuedOn: date.parse(one('issuedOn')),
    year: year.parse(one('year')),
    basis: all('basis')
      .map(([documentNumber, title]) => ({ title: title || null, documentNumber: documentNumber || null }))
      .filter(({ title, documentNumber }) => title !== null || documentNumber !== null),
    remarks: all('remark').flatMap(([remark]) => remark || []),
    disclosure: one('disclosure'),
  };
}

const annexKinds = z.enum(['LEADERSHIP_GROUP', 'UNIT_LIST', 'CATALOGUE', 'TASK_TABLE', 'OTHER']).catch('OTHER');

/** The annexes, each with the entries in the rows below it. */
export function readAnnexFacts(rows: readonly FactRow[]): AnnexReading[] {
  const annexes: AnnexReading[] = [];
  for (const { name, values, line } of rows) {
    const [first = '', title = '', kind] = values;
    if (name === 'annex') annexes.push({ number: first || null, title, kind: annexKinds.parse(kind), entries: [], line });
    else if (name === 'annexEntry') annexes.at(-1)?.entries.push(...entryOf(first));
  }
  return annexes;
}

function entryOf(text: string): Record<string, unknown>[] {
  try {
    const entry: unknown = JSON.parse(text);
    return typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? [entry as Record<string, unknown>] : [];
  } catch {
    return [];
  }
}
