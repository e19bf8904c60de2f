import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { globalId } from '../../platform/graphql';
import { findProblemSubject, type ProblemSubject } from './problem-subject';
import { newReceiptNumber } from './receipt-number';

export interface NewProblem {
  subjectId: string;
  /** 1 to 2,000 characters. */
  text: string;
  /** 1 to 200 characters, or none. */
  contact: string | null;
}

/**
 * Keeps what a reader reports about a public record, and gives the number of its receipt. The same words on the same record are
 * one report until it is answered, so that a form sent twice is kept once. The log gets the hash of the text: what may name a
 * person stays out of what is never deleted.
 */
export async function reportProblem(manager: EntityManager, problem: NewProblem): Promise<string> {
  const subject = await findProblemSubject(manager, problem.subjectId);
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`problem ${problem.subjectId} ${problem.text}`]);
  const before = await unansweredNumber(manager, subject, problem);
  if (before !== null) return before;
  const number = newReceiptNumber();
  const [receipt] = await manager.query<{ id: number }[]>(
    'insert into problem_receipt (number, subject_type, subject_key) values ($1, $2, $3) returning id',
    [number, subject.typeName, subject.key],
  );
  await manager.query('insert into problem_report (id, plan_id, text, contact) values ($1, $2, $3, $4)', [
    receipt!.id,
    subject.planId,
    problem.text,
    problem.contact,
  ]);
  const textSha256 = createHash('sha256').update(problem.text).digest('hex');
  await appendAuditEvent(manager, {
    actor: 'public',
    action: 'problem.report',
    subject: globalId('ProblemReport', receipt!.id),
    payload: { before: null, after: { status: 'RECEIVED', subjectId: problem.subjectId, textSha256 } },
  });
  return number;
}

async function unansweredNumber(manager: EntityManager, { typeName, key }: ProblemSubject, { text, contact }: NewProblem) {
  const [row] = await manager.query<{ number: string }[]>(
    `select c.number from problem_receipt c join problem_report r on r.id = c.id
     where c.subject_type = $1 and c.subject_key = $2 and c.status = 'RECEIVED' and r.text = $3 and r.contact is not distinct from $4`,
    [typeName, key, text, contact],
  );
  return row?.number ?? null;
}
