import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { CommandRefusal, conflict, globalId, notFound } from '../../platform/graphql';
import type { ProblemReceipt } from './problem-receipt';
import type { AnswerProblemReportInput } from './problem-report.inputs';

type Held = Pick<ProblemReceipt, 'id' | 'status' | 'question' | 'answer' | 'subjectType' | 'subjectKey' | 'receivedAt'> & {
  planId: number | null;
  version: number;
};

/**
 * Answers a report, or answers it anew; what was said before stays in the log. How to reach the reader is erased with it.
 * CONFLICT where it is not at the version that was read.
 */
export async function answerProblem(manager: EntityManager, key: number, input: AnswerProblemReportInput, actor: string): Promise<void> {
  const report = await hold(manager, key);
  if (report.version !== input.version)
    throw conflict(
      `The report is at version ${report.version}, not ${input.version}: read it again and decide anew. / 反馈现为第 ${report.version} 版，不是第 ${input.version} 版，请重新读取后再答复。`,
      { version: report.version },
    );
  if (input.outcome === 'CORRECTED' && !(await wasCorrected(manager, report)))
    throw new CommandRefusal(
      'NOT_CORRECTED',
      'Nothing was corrected in this record since the report came: correct it first, or answer. / 收到反馈以后这条记录没有更正过：请先更正，或改为答复。',
      ['outcome'],
    );
  const { outcome: status, answer, question = null } = input;
  await manager.query('update problem_receipt set status = $2, answer = $3, question = $4, answered_at = now() where id = $1', [
    key,
    status,
    answer,
    question,
  ]);
  await manager.query('update problem_report set contact = null, answered_by = $2, version = version + 1 where id = $1', [key, actor]);
  await appendAuditEvent(manager, {
    actor,
    action: 'problem.answer',
    subject: globalId('ProblemReport', key),
    payload: {
      before: { status: report.status, question: report.question, answer: report.answer },
      after: { status, question, answer },
    },
  });
}

async function hold(manager: EntityManager, key: number): Promise<Held> {
  const [report] = await manager.query<Held[]>(
    `select c.id, c.status, c.question, c.answer, c.subject_type as "subjectType", c.subject_key as "subjectKey", c.received_at as "receivedAt",
       r.plan_id as "planId", r.version
     from problem_report r join problem_receipt c on c.id = r.id where r.id = $1 for update`,
    [key],
  );
  if (!report) throw notFound('There is no such report. / 没有这条反馈。');
  return report;
}

/** Plans keep what was corrected in them; of other records any change since counts. */
async function wasCorrected(manager: EntityManager, { planId, subjectType, subjectKey, receivedAt }: Held): Promise<boolean> {
  const statement =
    planId !== null
      ? `select 1 from plan p where p.id = $1 and (not p.published or exists (select from correction k where k.plan_id = p.id and k.created_at >= $2)
           or exists (select from source_document d where d.id = p.source_document_id and d.removed_at >= $2))`
      : changedSince[subjectType];
  if (statement === undefined) return true;
  return (await manager.query<unknown[]>(statement, [planId ?? subjectKey, receivedAt])).length > 0;
}

const changedSince: Readonly<Record<string, string>> = {
  Unit: 'select 1 from unit where id = $1 and updated_at >= $2',
  Region: 'select 1 from region where id = $1 and updated_at >= $2',
  Release: 'select 1 from release where id > $1 and created_at >= $2',
};
