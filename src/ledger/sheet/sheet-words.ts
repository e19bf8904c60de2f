import type { ObligationStatus, ResponsibilityRole } from '../../plans';
import type { ReportStatus } from '../entries/ledger-entry';

/** What offices say for the values of enums. */
export const statusWords: Readonly<Record<ReportStatus, string>> = { IN_PROGRESS: '进行中', COMPLETED: '已完成' };

export const roleWords: Readonly<Record<ResponsibilityRole, string>> = { LEAD: '牵头', RESPONSIBLE: '责任', SUPPORTING: '配合' };

export const currentStatusWords: Readonly<Record<ObligationStatus, string>> = {
  NOT_COLLECTED: '尚未归集',
  NOT_REPORTED: '未报',
  IN_PROGRESS: '进行中',
  COMPLETED: '已完成',
  OVERDUE: '逾期',
};
