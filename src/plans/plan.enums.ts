import { describeEnum } from '../platform/graphql';

export const PlanKind = describeEnum('PlanKind', 'What sort of document sets the tasks. (文件类别)', {
  KEY_POINTS: 'Key points of the year. (工作要点)',
  WORK_ARRANGEMENT: 'Arrangement of the main work. (重点工作安排)',
  IMPLEMENTATION_PLAN: 'Implementation plan. (实施方案)',
  ASSIGNMENT_TABLE: 'Table that assigns the tasks. (分工表、任务分解表)',
  OTHER: 'Another document that sets tasks. (其他)',
});
export type PlanKind = keyof typeof PlanKind;

export const PlanState = describeEnum('PlanState', 'Where a plan stands in its life. (状态)', {
  DRAFT: 'Imported, not yet submitted. (草稿)',
  IN_REVIEW: 'Submitted for review. (审核中)',
  PUBLISHED: 'Public. (已公开)',
  WITHDRAWN: 'Withdrawn from the public. (已撤回)',
});
export type PlanState = keyof typeof PlanState;

export const DeadlineKind = describeEnum('DeadlineKind', 'What sort of deadline a task has. (时限类别)', {
  BY_DATE: 'By a date. (按日期)',
  TIMELY: 'Whenever there is something to publish. (及时公开)',
  ONGOING: 'A duty without an end. (长期坚持)',
  AS_APPROPRIATE: 'When the time is fit. (适时完成)',
  RECURRING: 'A rhythm or a number of times per period. (周期)',
  RELATIVE: 'Counted from an event. (自某事项起算)',
  NONE: 'The document gives none, or none that could be read. (未载时限)',
});
export type DeadlineKind = keyof typeof DeadlineKind;

export const DatePrecision = describeEnum('DatePrecision', 'How exactly a date is printed. (日期精度)', {
  DAY: 'A day. (日)',
  MONTH: 'A month; its last day is meant. (月)',
  QUARTER: 'A quarter; its last day is meant. (季度)',
  HALF_YEAR: 'Half a year; its last day is meant. (半年)',
  YEAR: 'A year; its last day is meant. (年)',
});
export type DatePrecision = keyof typeof DatePrecision;

export const DayCount = describeEnum('DayCount', 'Which days a period counts. (计日方式)', {
  CALENDAR: 'Every day. (自然日)',
  WORKING: "Working days by the State Council's calendar. (工作日)",
});
export type DayCount = keyof typeof DayCount;

export const ResponsibilityRole = describeEnum('ResponsibilityRole', 'Part that a body has in a task. (责任角色)', {
  LEAD: 'Leads. (牵头)',
  RESPONSIBLE: 'Is responsible. (责任)',
  SUPPORTING: 'Supports. (配合)',
});
export type ResponsibilityRole = keyof typeof ResponsibilityRole;

export const ResponsibilityMode = describeEnum('ResponsibilityMode', 'Whether a duty is shared or falls to each. (责任方式)', {
  JOINT: 'Shared: done when the lead has done it. (共同)',
  EACH: 'Each member for itself: done when all have done it. (各自)',
});
export type ResponsibilityMode = keyof typeof ResponsibilityMode;

export const Comparator = describeEnum('Comparator', 'How a value is to be compared. (比较)', {
  AT_LEAST: 'Not less than the value. (不少于)',
  AT_MOST: 'Not more than the value. (不超过)',
  EXACTLY: 'The value itself. (等于)',
});
export type Comparator = keyof typeof Comparator;

export const Period = describeEnum('Period', 'The period in which a number of times is owed. (周期)', {
  YEAR: 'Every year. (每年)',
  HALF_YEAR: 'Every half year. (每半年)',
  QUARTER: 'Every quarter. (每季度)',
  MONTH: 'Every month. (每月)',
  WEEK: 'Every week. (每周)',
});
export type Period = keyof typeof Period;

export const ObligationStatus = describeEnum('ObligationStatus', 'How far a duty is, by what units reported. (办理状态)', {
  NOT_COLLECTED: 'Reports on this plan are not collected; nothing is known, nobody is late. (尚未归集)',
  NOT_REPORTED: 'Reports are collected; none has come. (未报)',
  IN_PROGRESS: 'Reported, not complete. (进行中)',
  COMPLETED: 'Complete. (已完成)',
  OVERDUE: 'The date has passed without completion. (逾期)',
});
export type ObligationStatus = keyof typeof ObligationStatus;

export const AnnexKind = describeEnum('AnnexKind', 'What an annex holds. (附件类别)', {
  LEADERSHIP_GROUP: 'A leadership group with its members. (领导小组)',
  UNIT_LIST: 'A list of bodies. (单位名单)',
  CATALOGUE: 'A catalogue, such as domains with the units that compile them. (目录)',
  TASK_TABLE: 'The table of tasks. (任务分工表)',
  OTHER: 'Something else. (其他)',
});
export type AnnexKind = keyof typeof AnnexKind;
