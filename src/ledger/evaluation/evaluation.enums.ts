import { describeEnum } from '../../platform/graphql';

export const ScoringMethod = describeEnum('ScoringMethod', 'How a scheme of indicators is scored. (计分方法)', {
  WEIGHTED: 'Every indicator out of a hundred, with a weight in its parent; the weights below one parent make up a hundred. (权重法)',
  POINTS: 'Points at the lowest level, from which deductions are taken; above it they are summed. (分值扣分法)',
});

export const EvaluatorKind = describeEnum('EvaluatorKind', 'Who evaluates. (评估主体)', {
  SELF: 'The unit itself. (自评)',
  HIGHER_LEVEL: 'A body of a higher level. (上级考核)',
  THIRD_PARTY: 'A third party. (第三方评估)',
  PUBLIC: 'The public. (社会评议)',
});
export type EvaluatorKind = keyof typeof EvaluatorKind;

export const EvaluationOutcome = describeEnum('EvaluationOutcome', 'What an evaluation comes to. (评估结果)', {
  SCORED: 'Its total counts. (计分)',
  VETOED: 'A veto item was met: whatever the total, the unit fails. (单项否决)',
});
export type EvaluationOutcome = keyof typeof EvaluationOutcome;

export const EvaluationState = describeEnum('EvaluationState', 'Where an evaluation stands. (状态)', {
  DRAFT: 'Recorded, or sent back; not in review. (草稿)',
  IN_REVIEW: 'Submitted for review. (审核中)',
  PUBLISHED: 'Public. (已公开)',
  SUPERSEDED: 'A later version stands in its place. (已被更正版本替代)',
  WITHDRAWN: 'Withdrawn from the public. (已撤回)',
});
export type EvaluationState = keyof typeof EvaluationState;
