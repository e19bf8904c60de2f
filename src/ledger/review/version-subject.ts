import type { EntityManager } from 'typeorm';
import { asIfPublished, whenPlanIs } from '../../plans';
import { planAuthors, planContent } from './plan-content';
import { registerReviewSubject } from './review-subject';
import { ReviewSubmission } from './review-submission';
import { voidSubmission } from './submission-store';

/** What reviewers of a version approve is the plan as it will be once the version is public. */
registerReviewSubject({
  type: 'PLAN_VERSION',
  isPublishedByCommand: true,
  async content(manager, versionId) {
    return asIfPublished(manager, versionId, async (inner, plan) => {
      const [author = 'gongkai'] = await planAuthors(inner, plan.id);
      return { hashed: await planContent(inner, plan.id), author, regionId: plan.regionId, unitId: null };
    });
  },
  async authors(manager, versionId) {
    const [{ planId }] = await manager.query<[{ planId: number }]>('select plan_id as "planId" from plan_version where id = $1', [
      versionId,
    ]);
    return planAuthors(manager, planId);
  },
  // What has passed waits for publishPlan; what is sent back waits for a better document.
  async approve() {},
  async return() {},
  withdraw() {
    throw new Error('A version is withdrawn with its plan');
  },
});

/** Rounds of a plan's versions that are open or have passed. */
async function roundsOfVersions(manager: EntityManager, planId: number, state: string | null): Promise<ReviewSubmission[]> {
  return manager
    .createQueryBuilder(ReviewSubmission, 's')
    .setLock('pessimistic_write')
    .where(`s.subject_type = 'PLAN_VERSION' and s.state in ('OPEN', 'APPROVED')`)
    .andWhere('s.subject_id in (select id from plan_version where plan_id = :planId and (:state::text is null or state = :state))', {
      planId,
      state,
    })
    .getMany();
}

/** Of a plan that is withdrawn no version may come back unreviewed. */
whenPlanIs('WITHDRAWN', async (manager, planId) => {
  for (const submission of await roundsOfVersions(manager, planId, null)) await voidSubmission(manager, submission, 'WITHDRAWN');
});

whenPlanIs('SET_ASIDE', async (manager, planId) => {
  for (const submission of await roundsOfVersions(manager, planId, 'DISCARDED'))
    await voidSubmission(manager, submission, 'CONTENT_CHANGED');
});
