import { badUserInput, CommandRefusal, conflict, type Viewer } from '../../platform/graphql';
import type { Review } from './review';
import type { ReviewSubmission } from './review-submission';
import type { ReviewDecision, ReviewStageKind } from './review.enums';

/** What a reviewer decides about one stage. */
export interface StageDecision {
  stage: number;
  decision: ReviewDecision;
  comment: string | null;
  /** The round that the reviewer read; null where they did not say. */
  submissionId: number | null;
}

const decisionsOf: Readonly<Record<ReviewStageKind, readonly ReviewDecision[]>> = {
  STAGE: ['APPROVE', 'RETURN'],
  CONFIDENTIALITY: ['DISCLOSE', 'DISCLOSE_ON_APPLICATION', 'DO_NOT_DISCLOSE', 'REDACT'],
};

/** Throws where this person may not decide this stage of this round, or not in this way. */
export function refuseUnlessMayDecide(
  viewer: Viewer,
  submission: ReviewSubmission,
  stages: readonly Review[],
  { stage: position, decision, comment }: StageDecision,
): void {
  const stage = stages.find((each) => each.position === position);
  if (!stage)
    throw badUserInput(`There is no stage ${position}; there are ${stages.length}. / 没有第${position}个环节，共${stages.length}个。`);
  if (stage.decision !== null) throw conflict('This stage is decided already. / 该环节已审结。');
  refuseUnlessRightPerson(viewer, submission, stages, stage);
  if (stage.step !== submission.step)
    throw refusal('NOT_ITS_TURN', '前面的环节尚未通过。 The stages before it have not approved yet.', 'stage');
  if (!decisionsOf[stage.kind].includes(decision))
    throw refusal(
      'WRONG_DECISION',
      `${decision} 不适用于本环节（${stage.titleZh}），可作的意见：${decisionsOf[stage.kind].join('、')}。 This stage (${stage.titleEn}) decides by one of ${decisionsOf[stage.kind].join(', ')}.`,
      'decision',
    );
  if (decision !== 'APPROVE' && decision !== 'DISCLOSE' && !comment?.trim())
    throw refusal('COMMENT_NEEDED', '请写明理由或修改意见。 Say why, or what is to be changed.', 'comment');
}

function refuseUnlessRightPerson(viewer: Viewer, { authors }: ReviewSubmission, stages: readonly Review[], stage: Review): void {
  if (authors.includes(viewer.subject))
    throw refusal(
      'OWN_WORK',
      '不得审核本人撰写或送审的内容，请由他人审核。 Nobody reviews what they wrote or submitted; another person must.',
      null,
    );
  if (stages.some(({ reviewer }) => reviewer === viewer.subject))
    throw refusal('SECOND_STAGE', '同一人不得审核同一内容的两个环节。 Nobody holds two stages of one item; another person must.', null);
  if (stage.unitId !== null && viewer.unitKey !== stage.unitId && !viewer.unitKeys.includes(stage.unitId))
    throw refusal('STAGE_OF_OTHER_UNIT', '该环节限指定单位的审核人。 This stage belongs to the reviewers of another unit.', 'stage');
}

function refusal(code: string, message: string, field: string | null): CommandRefusal {
  return new CommandRefusal(code, message, field === null ? null : [field]);
}
