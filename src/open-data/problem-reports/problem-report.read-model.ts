import { raw, sql } from '../../platform/database';
import {
  hydrate,
  loadOne,
  paginate,
  paginateBelow,
  readKeys,
  registerNode,
  type ConnectionArgs,
  type OrderTerm,
  type Page,
  type RequestContext,
} from '../../platform/graphql';
import { ProblemReceipt } from './problem-receipt';
import { ProblemReport } from './problem-report';
import type { ProblemReportFilter } from './problem-report.inputs';
import { readProblemSubject } from './problem-subject';
import { readReceiptNumber } from './receipt-number';

const receiptColumns = `c.id, c.number, c.subject_type as "subjectType", c.subject_key as "subjectKey", c.status, c.question, c.answer,
  c.received_at as "receivedAt", c.answered_at as "answeredAt", c.updated_at as "updatedAt"`;
const reportColumns = `${receiptColumns}, r.plan_id as "planId", r.text, r.contact, r.answered_by as "answeredBy", r.version,
  r.updated_at as "changedAt"`;
const reports = 'problem_report r join problem_receipt c on c.id = r.id';

type ReportRow = ProblemReceipt & Omit<ProblemReport, 'updatedAt'> & { changedAt: Date };

const toReceipt = (row: object): ProblemReceipt => hydrate(ProblemReceipt, row);

function toReport(row: object): ProblemReport {
  const { id, number, subjectType, subjectKey, status, question, answer, receivedAt, answeredAt, updatedAt, changedAt, ...own } =
    row as ReportRow;
  const receipt = hydrate(ProblemReceipt, {
    id,
    number,
    subjectType,
    subjectKey,
    status,
    question,
    answer,
    receivedAt,
    answeredAt,
    updatedAt,
  });
  return hydrate(ProblemReport, { ...own, id, receipt, updatedAt: changedAt });
}

const latestFirst: OrderTerm = { expression: 'c.id', type: 'integer', direction: 'DESC' };

/** Who may read what readers reported. */
export const reportReaders = ['PLANNER', 'ADMINISTRATOR', 'AUDITOR'] as const;

export const problemReportByKey = loadOne<number, ProblemReport>(
  async (reader, keys) => (await reader.rows<object>(`select ${reportColumns} from ${reports} where r.id = any($1)`, [keys])).map(toReport),
  (report) => report.id,
);

registerNode('ProblemReport', (context, key) => problemReportByKey(context).load(key), reportReaders);

/** The receipt of a number, as a person may type it; null where there is none. */
export async function findProblemReceipt({ reader }: RequestContext, typed: string): Promise<ProblemReceipt | null> {
  const number = readReceiptNumber(typed);
  if (number === null) return null;
  const [row] = await reader.rows<object>(`select ${receiptColumns} from problem_receipt c where c.number = $1`, [number]);
  return row ? toReceipt(row) : null;
}

/** What was answered about a record, rejections left out, the latest first. */
export function listProblemAnswers(
  context: RequestContext,
  { typeName, key }: { typeName: string; key: number },
  args: ConnectionArgs,
): Page<ProblemReceipt> {
  const parent = { column: 'c.subject_key', key, field: `${typeName}.problemAnswers` };
  return paginateBelow(context, args, parent, {
    list: 'problem answers',
    columns: receiptColumns,
    from: raw('problem_receipt c'),
    where: [sql`c.subject_type = ${typeName}`, raw(`c.status in ('ANSWERED', 'CORRECTED')`)],
    order: [latestFirst],
    toNode: toReceipt,
  });
}

/** What was reported, the latest first. */
export async function listProblemReports(
  context: RequestContext,
  args: ConnectionArgs,
  filter: ProblemReportFilter | null,
): Promise<Page<ProblemReport>> {
  const subject = filter?.subjectId == null ? null : readProblemSubject(filter.subjectId);
  return paginate(context, args, {
    list: 'problem reports',
    columns: reportColumns,
    from: raw(reports),
    where: [
      ...(filter?.statuses ? [sql`c.status = any(${filter.statuses}::text[])`] : []),
      ...(filter?.planIds ? [sql`r.plan_id = any(${readKeys(filter.planIds, 'Plan')}::int[])`] : []),
      ...(subject ? [sql`c.subject_type = ${subject.typeName} and c.subject_key = ${subject.key}`] : []),
    ],
    order: [latestFirst],
    toNode: toReport,
  });
}
