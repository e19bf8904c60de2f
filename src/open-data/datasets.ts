import { globalId } from '../platform/graphql';

type Row = Record<string, unknown>;

/** A table of the open data: its public rows, as they go into a file. */
export interface Dataset {
  name: string;
  /** Gives the rows in a fixed order. Columns that hold a database key are named after the type that they point to. */
  sql: string;
}

export const datasets: readonly Dataset[] = [
  {
    name: 'regions',
    sql: `select r.id as "id:Region", r.stable_id as "stableId", r.code, r.name, r.level, r.kind, r.parent_id as "parentId:Region", r.source,
      r.source_date as "sourceDate" from region r order by r.stable_id`,
  },
  {
    name: 'units',
    sql: `select u.id as "id:Unit", u.region_id as "regionId:Region", r.stable_id as "regionCode", u.name, u.kind, u.function_line as "functionLine", u.aliases,
      u.valid_from as "validFrom", u.valid_to as "validTo", u.successor_id as "successorId:Unit", u.succession, u.source, u.source_date as "sourceDate"
      from unit u join region r on r.id = u.region_id where u.published order by u.id`,
  },
  {
    name: 'plans',
    sql: `select p.id as "id:Plan", p.slug, p.title, p.document_number as "documentNumber", p.kind, r.stable_id as "regionCode",
      p.issuing_unit_id as "issuingUnitId:Unit", p.issuer_text as "issuerText", p.year, p.issued_on as "issuedOn", p.remarks, p.disclosure,
      p.ledger_since as "ledgerSince", d.sha256 as "sourceSha256"
      from plan p join region r on r.id = p.region_id join source_document d on d.id = p.source_document_id where p.published order by p.id`,
  },
  {
    name: 'tasks',
    sql: `select t.id as "id:Task", t.plan_id as "planId:Plan", t.number, t.printed_number as "printedNumber", c.path as "categoryPath", t.text,
      t.responsible_text as "responsibleText", t.lead_official as "leadOfficial", t.open_ended as "openEnded", t.deadline_text as "deadlineText",
      t.deadline_kind as "deadlineKind", t.due_on as "dueOn", t.due_precision as "duePrecision", t.then_ongoing as "thenOngoing", t.rrule, t.quota,
      t.deadline_trigger as "trigger", t.duration, t.day_count as "dayCount",
      obligation_status(t.progress, t.open_due_on, t.ledger_since, shanghai_today()) as status, t.source_page as "sourcePage", t.source_row as "sourceRow",
      t.source_line as "sourceLine"
      from task t left join category c on c.id = t.category_id where t.published order by t.plan_id, t.number`,
  },
  {
    name: 'responsibilities',
    sql: `select b.id as "id:Responsibility", b.task_id as "taskId:Task", b.position, b.phrase, b.role, b.mode, b.unit_id as "unitId:Unit", u.name as unit,
      b.group_id as "groupId:UnitGroup", g.expression as "group"
      from responsibility b join task t on t.id = b.task_id left join unit u on u.id = b.unit_id left join unit_group g on g.id = b.group_id
      where b.published order by t.plan_id, t.number, b.position`,
  },
  {
    name: 'targets',
    sql: `select x.id as "id:Target", x.task_id as "taskId:Task", x.position, x.metric, x.comparator, x.value, x.unit, x.period, x.due_on as "dueOn", x.actor,
      x.phrase from target x join task t on t.id = x.task_id where x.published order by t.plan_id, t.number, x.position`,
  },
];

/** A row as JSON Lines print it: database keys become the global ids that the API gives out. */
export function toJsonLine(row: Row): string {
  const entries = Object.entries(row).map(([column, value]) => {
    const [name, typeName] = column.split(':');
    return [name, typeName === undefined || value === null ? value : globalId(typeName, value as number)];
  });
  return `${JSON.stringify(Object.fromEntries(entries))}\n`;
}
