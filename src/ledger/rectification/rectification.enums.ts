import { describeEnum } from '../../platform/graphql';

export const RectificationSource = describeEnum('RectificationSource', 'How a finding came about. (问题来源)', {
  INSPECTION: 'An inspection. (督查检查)',
  AUDIT: 'An audit. (审计)',
  EVALUATION: 'An evaluation. (考核评估)',
  PUBLIC_REPORT: 'A report from the public. (群众反映)',
});
export type RectificationSource = keyof typeof RectificationSource;

export const RectificationState = describeEnum('RectificationState', 'How far a finding is. (整改状态)', {
  OPEN: 'The unit has to act. (整改中)',
  RECHECK: 'The unit has reported what it did; that is being checked. (待复核)',
  CLOSED: 'Checked and closed. (已销号)',
});
export type RectificationState = keyof typeof RectificationState;

export const RectificationDisclosure = describeEnum('RectificationDisclosure', 'From when on the public sees a finding. (公开方式)', {
  INTERNAL: 'Never. (不公开)',
  FROM_CLOSING: 'Once it has been closed. (销号后公开)',
  FROM_OPENING: 'From the beginning. (即时公开)',
});
export type RectificationDisclosure = keyof typeof RectificationDisclosure;

export const RectificationStepKind = describeEnum('RectificationStepKind', 'What happened to a finding. (整改过程)', {
  OPENED: 'It was opened. (立项)',
  MEASURES_REPORTED: 'The unit reported what it did. (报告整改)',
  RECHECK_FAILED: 'The check found that this is not enough. (复核未通过)',
  CLOSED: 'It was closed. (销号)',
  REOPENED: 'It was opened again. (重新整改)',
});
export type RectificationStepKind = keyof typeof RectificationStepKind;
