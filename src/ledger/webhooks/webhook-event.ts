import { describeEnum } from '../../platform/graphql';

export const WebhookEvent = describeEnum('WebhookEvent', 'What a webhook is told of. (通知事项)', {
  SUBMITTED: 'A record was put before its reviewers. (送审)',
  WAITING_FOR_REVIEW: 'A step of a review has opened: its stages wait for somebody. (待审)',
  REVIEWED: 'A stage of a review was decided. (审核决定)',
  PUBLISHED: 'A plan, entry or evaluation became public. (公开)',
  WITHDRAWN: 'A plan, entry or evaluation was taken away from the public. (撤回)',
  RECTIFICATION_OPENED: 'A finding was opened, or opened again. (整改立项)',
  RECTIFICATION_CLOSED: 'A finding was closed. (整改销号)',
  DUE_SOON: 'Obligations of a unit fall due within the days that the webhook names. (临期)',
  OVERDUE: 'Obligations of a unit have become overdue. (逾期)',
});
export type WebhookEvent = keyof typeof WebhookEvent;

export const DeliveryState = describeEnum('WebhookDeliveryState', 'What became of telling a webhook. (送达状态)', {
  PENDING: 'Waits to be sent, or to be sent again. (待发送)',
  DELIVERED: 'The receiver answered with a status of 200 to 299. (已送达)',
  FAILED: 'Given up after its last try, or the webhook was disabled. (已放弃)',
});
export type DeliveryState = keyof typeof DeliveryState;
