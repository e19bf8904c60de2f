import type { EntityManager } from 'typeorm';
import { CommandRefusal, conflict, notFound } from '../../platform/graphql';
import { Plan, whenPlanIs } from '../../plans';
import { contentHash } from './content-hash';
import { planAuthors, planContent } from './plan-content';
import { writeOverrideReceipt, writeReviewedReceipt } from './receipt.commands';
import { registerReviewSubject } from './review-subject';
import type { ReviewVoidReason } from './review.enums';
import { latestRound, submissionInForce, voidSubmission, type ReviewItem } from './submission-store';

const itemOf = (planId: number): ReviewItem => ({ type: 'PLAN', id: planId });

const hashOf = async (manager: EntityManager, planId: number): Promise<string> => contentHash(await planContent(manager, planId));

async function lockPlan(manager: EntityManager, planId: number): Promise<Plan> {
  const plan = await manager.findOne(Plan, { where: { id: planId }, lock: { mode: 'for_no_key_update' } });
  if (!plan) throw notFound('There is no such plan. / 没有这份要点。');
  return plan;
}

async function move(manager: EntityManager, { id, version }: Plan, state: 'DRAFT' | 'IN_REVIEW'): Promise<void> {
  await manager.update(Plan, id, { state, version: version + 1 });
}

registerReviewSubject({
  type: 'PLAN',
  isPublishedByCommand: true,
  async content(manager, planId) {
    const plan = await lockPlan(manager, planId);
    const [author = 'gongkai'] = await planAuthors(manager, planId);
    return { hashed: await planContent(manager, planId), author, regionId: plan.regionId, unitId: null };
  },
  authors: planAuthors,
  async submit(manager, planId) {
    const plan = await lockPlan(manager, planId);
    if (plan.state === 'PUBLISHED') throw conflict('The plan is public. / 该要点已经公开。');
    if (plan.state !== 'IN_REVIEW') await move(manager, plan, 'IN_REVIEW');
  },
  // What has passed waits for publishPlan.
  async approve() {},
  async return(manager, planId) {
    const plan = await lockPlan(manager, planId);
    if (plan.state === 'IN_REVIEW') await move(manager, plan, 'DRAFT');
  },
  withdraw() {
    throw new Error('A plan is withdrawn by its own command');
  },
});

/** Nothing is made public without every stage on the very content that is there now, or an override that says why. */
whenPlanIs('PUBLISHED', async (manager, planId, override) => {
  const item = await itemToPublish(manager, planId);
  const submission = await submissionInForce(manager, item);
  if (override !== null) {
    await refuseWhereNotToBeDisclosed(manager, item, planId);
    if (submission) await voidSubmission(manager, submission, 'OVERRIDDEN');
    await voidEarlier(manager, item, planId, 'OVERRIDDEN');
    return writeOverrideReceipt(manager, itemOf(planId), override);
  }
  if (submission?.state !== 'APPROVED')
    throw new CommandRefusal(
      'NOT_REVIEWED',
      '该要点尚未通过全部审核环节：请先送审（submitForReview，新版本以版本标识送审）；确需直接公开的，由系统管理员写明理由（override）。 It has not passed its stages of review: submit it first (a new version by its own id); only an administrator may override, with a reason.',
      ['planId'],
    );
  if (submission.contentSha256 !== (await hashOf(manager, planId)))
    throw new CommandRefusal(
      'CONTENT_CHANGED',
      '审核后内容有改动，原审核失效，请重新送审。 It was changed after its review; submit it again.',
      ['planId'],
    );
  await voidEarlier(manager, item, planId, 'CONTENT_CHANGED');
  await writeReviewedReceipt(manager, submission.id, itemOf(planId));
});

/** What must have been reviewed: the plan, or, where it was public before in another version, the one that takes its place. */
async function itemToPublish(manager: EntityManager, planId: number): Promise<ReviewItem> {
  const [version] = await manager.query<{ id: number }[]>(
    `select v.id from plan_version v where v.plan_id = $1 and v.state = 'CURRENT'
       and exists (select from plan_version e where e.plan_id = v.plan_id and e.published and e.id <> v.id)`,
    [planId],
  );
  return version ? { type: 'PLAN_VERSION', id: version.id } : itemOf(planId);
}

/** What was approved of the version before counts no longer. */
async function voidEarlier(manager: EntityManager, item: ReviewItem, planId: number, reason: ReviewVoidReason): Promise<void> {
  if (item.type === 'PLAN') return;
  const earlier = await manager.query<{ id: number }[]>(`select id from plan_version where plan_id = $1 and state = 'SUPERSEDED'`, [
    planId,
  ]);
  for (const each of [itemOf(planId), ...earlier.map(({ id }) => ({ type: 'PLAN_VERSION' as const, id }))]) {
    const submission = await submissionInForce(manager, each);
    if (submission) await voidSubmission(manager, submission, reason);
  }
}

/** An override stands for stages that nobody has held, not against a confidentiality review that was. */
async function refuseWhereNotToBeDisclosed(manager: EntityManager, item: ReviewItem, planId: number): Promise<void> {
  const last = await latestRound(manager, item);
  if (last?.state === 'NOT_DISCLOSED' && last.contentSha256 === (await hashOf(manager, planId)))
    throw new CommandRefusal(
      'NOT_TO_BE_DISCLOSED',
      '保密审查结论为不予主动公开，不得直接公开；请修改后重新送审。 The confidentiality review decided against publishing this content; it cannot be overridden. Change it and submit it again.',
      ['planId'],
    );
}

/** An edit voids what was approved before it. Of a plan that is public already, everyone is told that it was corrected since. */
whenPlanIs('CHANGED', async (manager, planId) => {
  const plan = await lockPlan(manager, planId);
  if (plan.state === 'PUBLISHED') return tellCorrected(manager, planId);
  const submission = await submissionInForce(manager, itemOf(planId));
  if (!submission || submission.contentSha256 === (await hashOf(manager, planId))) return;
  await voidSubmission(manager, submission, 'CONTENT_CHANGED');
  if (plan.state === 'IN_REVIEW') await move(manager, plan, 'DRAFT');
});

async function tellCorrected(manager: EntityManager, planId: number): Promise<void> {
  const reviewed = `subject_type = 'PLAN' and subject_id = $1 and route = 'REVIEWED'`;
  const [receipt] = await manager.query<{ sha256: string }[]>(`select content_sha256 as sha256 from review_receipt where ${reviewed}`, [
    planId,
  ]);
  if (!receipt) return;
  const isOther = receipt.sha256 !== (await hashOf(manager, planId));
  await manager.query(`update review_receipt set corrected_at = case when $2 then now() end where ${reviewed}`, [planId, isOther]);
}

/** Whoever publishes again reviews again. */
whenPlanIs('WITHDRAWN', async (manager, planId) => {
  const submission = await submissionInForce(manager, itemOf(planId));
  if (submission) await voidSubmission(manager, submission, 'WITHDRAWN');
});
