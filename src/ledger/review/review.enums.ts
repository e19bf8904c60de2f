import { describeEnum } from '../../platform/graphql';

export const ReviewSubjectType = describeEnum('ReviewSubjectType', 'What is reviewed before the public sees it. (审核对象)', {
  PLAN: 'A plan. (要点)',
  PLAN_VERSION: 'A version that waits beside a public plan; it passes the stages of plans. (要点的新版本)',
  LEDGER_ENTRY: 'What a unit reports about an obligation. (台账填报)',
  EVALUATION: 'A score of a unit. (考核评估)',
});

export const ReviewStageKind = describeEnum('ReviewStageKind', 'What a stage of review looks at. (审核环节类别)', {
  STAGE: 'The content: one of the stages of review. (审核)',
  CONFIDENTIALITY: 'Whether it may be disclosed. (保密审查)',
});
export type ReviewStageKind = keyof typeof ReviewStageKind;

export const ReviewDecision = describeEnum('ReviewDecision', 'How a stage of review was decided. (审核意见)', {
  APPROVE: 'Approved. (同意)',
  RETURN: 'Sent back to its author. (退回修改)',
  DISCLOSE: 'May be disclosed. (可以公开)',
  DISCLOSE_ON_APPLICATION: 'To be disclosed to applicants alone. (依申请公开)',
  DO_NOT_DISCLOSE: 'Not to be disclosed. (不予公开)',
  REDACT: 'To be disclosed once parts are taken out; sent back for that. (删减后公开)',
});
export type ReviewDecision = keyof typeof ReviewDecision;

export const ReviewState = describeEnum('ReviewState', 'Where a submission for review stands. (送审状态)', {
  OPEN: 'Waits for one stage or several. (审核中)',
  APPROVED: 'Every stage has approved. (审核通过)',
  RETURNED: 'Sent back to its author. (已退回)',
  NOT_DISCLOSED: 'The confidentiality review decided against making it public. (不予主动公开)',
  VOIDED: 'Its approvals no longer count. (审核失效)',
});
export type ReviewState = keyof typeof ReviewState;

export const ReviewVoidReason = describeEnum('ReviewVoidReason', 'Why approvals no longer count. (失效原因)', {
  CONTENT_CHANGED: 'The content is not what was submitted. (内容有改动)',
  OVERRIDDEN: 'It was made public without waiting for the review. (未经审核直接公开)',
  WITHDRAWN: 'It was taken away from the public. (已撤回)',
});
export type ReviewVoidReason = keyof typeof ReviewVoidReason;

export const PublicationRoute = describeEnum('PublicationRoute', 'On what ground a record is public. (公开依据)', {
  REVIEWED: 'Every stage of review has approved it. (审核通过)',
  OVERRIDE: 'Made public without the stages of review, for the reason given. (未经审核直接公开)',
});
export type PublicationRoute = keyof typeof PublicationRoute;
