/** Columns of the plan tables under the property names of their classes; aliases p, c, t, b, x as in the read models. */
export const planColumns = `p.id, p.slug, p.title, p.document_number as "documentNumber", p.kind, p.region_id as "regionId",
  p.issuing_unit_id as "issuingUnitId", p.issuer_text as "issuerText", p.year, p.issued_on as "issuedOn", p.remarks, p.disclosure, p.state,
  p.published, p.published_at as "publishedAt", p.ledger_since as "ledgerSince", p.source_document_id as "sourceDocumentId", p.version,
  p.created_at as "createdAt", p.updated_at as "updatedAt"`;

export const categoryColumns = `c.id, c.plan_id as "planId", c.parent_id as "parentId", c.position, c.title, c.path, c.published, c.updated_at as "updatedAt"`;

export const taskColumns = `t.id, t.plan_id as "planId", t.category_id as "categoryId", t.number, t.printed_number as "printedNumber", t.text,
  t.responsible_text as "responsibleText", t.lead_official as "leadOfficial", t.open_ended as "openEnded",
  t.deadline_text as "deadlineText", t.deadline_kind as "deadlineKind", t.due_on as "dueOn", t.due_precision as "duePrecision",
  t.then_ongoing as "thenOngoing", t.rrule, t.quota, t.deadline_trigger as "deadlineTrigger", t.duration, t.day_count as "dayCount",
  t.deadline_rule as "deadlineRule", obligation_status(t.progress, t.open_due_on, t.ledger_since, shanghai_today()) as status, t.source_page as "sourcePage", t.source_row as "sourceRow", t.source_line as "sourceLine",
  t.source_line_end as "sourceLineEnd", t.source_text as "sourceText", t.ended_on as "endedOn", t.published, t.version, t.updated_at as "updatedAt"`;

export const responsibilityColumns = `b.id, b.plan_id as "planId", b.task_id as "taskId", b.position, b.phrase, b.role, b.mode, b.unit_id as "unitId", b.printed_unit as "printedUnit",
  b.group_id as "groupId", b.rule, b.published, b.updated_at as "updatedAt"`;

export const targetColumns = `x.id, x.plan_id as "planId", x.task_id as "taskId", x.position, x.metric, x.comparator, x.value, x.unit, x.period,
  x.metric_code as "metricCode", x.comparable_value as "comparableValue", x.comparable_unit as "comparableUnit",
  x.due_on as "dueOn", x.actor, x.phrase, x.rule, x.published, x.updated_at as "updatedAt"`;

/** That a membership m holds on the day of the plan p: its date of issue, else the first day of its year; any day where it has neither. */
export const memberOnDayOfPlan = `(m.valid_from is null or m.valid_from <= coalesce(p.issued_on, make_date(p.year, 1, 1), m.valid_from))
  and (m.valid_to is null or m.valid_to >= coalesce(p.issued_on, make_date(p.year, 1, 1), m.valid_to))`;
