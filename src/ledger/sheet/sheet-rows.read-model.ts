import { globalId } from '../../platform/graphql';
import type { ObligationStatus, ResponsibilityRole } from '../../plans';
import type { Evidence, MeasureRow, ReportStatus } from '../entries/ledger-entry';

/** Reads by the pool or within a transaction. */
export type Query = <T>(sql: string, params: unknown[]) => Promise<T[]>;

/** The report that a row shows: the latest one of the unit, of its period where one is asked for. */
export interface ShownReport {
  period: string;
  status: ReportStatus;
  percentage: number | null;
  completedOn: string | null;
  times: number | null;
  occurrenceDueOn: string | null;
  triggeredOn: string | null;
  narrative: string;
  measures: MeasureRow[];
  evidence: Evidence[];
  problems: string | null;
  nextStep: string | null;
}

export interface SheetRow {
  obligationId: number;
  plan: string;
  number: number;
  text: string;
  role: ResponsibilityRole;
  deadlineText: string | null;
  dueOn: string | null;
  currentStatus: ObligationStatus;
  targets: { id: number; phrase: string }[];
  /** Global id of the latest entry on the obligation, whatever its period; null where nothing was ever reported. */
  version: string | null;
  report: ShownReport | null;
}

/** Obligations of a unit on which reports are collected now, of one plan or of all, in the order of a sheet. */
export async function openObligations(query: Query, unitKey: number, planKey: number | null): Promise<number[]> {
  const rows = await query<{ id: number }>(
    `select o.id from obligation o join plan p on p.id = o.plan_id join task t on t.id = o.task_id
     where o.unit_id = $1 and o.ended_on is null and p.state <> 'WITHDRAWN' and o.ledger_since <= shanghai_today() and ($2::int is null or o.plan_id = $2)
     order by p.issued_on desc nulls last, p.id, t.number`,
    [unitKey, planKey],
  );
  return rows.map(({ id }) => id);
}

/** Rows of the ledger in the order asked for, each with what was reported last, of the period where one is given. */
export async function sheetRows(query: Query, wanted: readonly { obligationId: number; period: string | null }[]): Promise<SheetRow[]> {
  const rows = await query<Omit<SheetRow, 'version'> & { versionKey: number | null }>(
    `select o.id as "obligationId", p.title as plan, t.number, t.text, o.role, t.deadline_text as "deadlineText", o.due_on as "dueOn",
       obligation_status(o.progress, o.due_on, o.ledger_since, shanghai_today()) as "currentStatus",
       coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'phrase', g.phrase) order by g.position, g.id) from target g where g.task_id = t.id), '[]') as targets,
       (select max(e.id) from ledger_entry e where e.obligation_id = o.id) as "versionKey", to_jsonb(last) as report
     from unnest($1::int[], $2::text[]) with ordinality as wanted(id, period, place)
     join obligation o on o.id = wanted.id join plan p on p.id = o.plan_id join task t on t.id = o.task_id
     left join lateral (
       select e.period, e.status, e.percentage, e.completed_on as "completedOn", e.times, e.occurrence_due_on as "occurrenceDueOn",
         e.triggered_on as "triggeredOn", e.narrative, e.measures, e.evidence, e.problems, e.next_step as "nextStep"
       from ledger_entry e where e.obligation_id = o.id and (wanted.period is null or e.period = wanted.period) order by e.id desc limit 1
     ) last on true
     order by wanted.place`,
    [wanted.map(({ obligationId }) => obligationId), wanted.map(({ period }) => period)],
  );
  return rows.map(({ versionKey, ...row }) => ({ ...row, version: versionKey === null ? null : globalId('LedgerEntry', versionKey) }));
}
