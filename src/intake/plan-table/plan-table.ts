import type { ParseResult } from '../reading';

/** What a plan table carries: the plan with its tasks and annexes, as they are read or as they are kept. */
export type PlanTable = Pick<ParseResult, 'plan' | 'tasks' | 'annexes'>;

/** What every identifier of the table begins with. */
const prefix = 'gongkai:';

/** Columns beside the categories: what stands over them in print, and their identifiers. */
export const columns = {
  printedNumber: { title: '序号', id: `${prefix}printedNumber` },
  text: { title: '工作任务', id: `${prefix}text` },
  leadOfficial: { title: '牵头领导', id: `${prefix}leadOfficial` },
  responsibleText: { title: '责任单位', id: `${prefix}responsibleText` },
  deadlineText: { title: '完成时限', id: `${prefix}deadline.text` },
  deadlineKind: { title: '时限类别', id: `${prefix}deadline.kind` },
  dueOn: { title: '截止日期', id: `${prefix}deadline.dueOn` },
  precision: { title: '日期精度', id: `${prefix}deadline.precision` },
  thenOngoing: { title: '其后长期', id: `${prefix}deadline.thenOngoing` },
  rrule: { title: '重复规则', id: `${prefix}deadline.rrule` },
  quota: { title: '每周期次数', id: `${prefix}deadline.quota` },
  trigger: { title: '起算事项', id: `${prefix}deadline.trigger` },
  duration: { title: '期限', id: `${prefix}deadline.duration` },
  dayCount: { title: '计日方式', id: `${prefix}deadline.dayCount` },
  deadlineRule: { title: '时限读取规则', id: `${prefix}deadline.rule` },
  responsibilities: { title: '责任', id: `${prefix}responsibilities` },
  openEnded: { title: '是否未列尽', id: `${prefix}openEnded` },
  targets: { title: '目标', id: `${prefix}targets` },
  readFrom: { title: '读取依据', id: `${prefix}readFrom` },
} as const;

export type ColumnName = keyof typeof columns;

const categoryTitles = ['工作领域', '工作类别', '工作事项'];

/** The column of categories of a depth, from 1. */
export function categoryColumn(depth: number): { title: string; id: string } {
  return { title: categoryTitles[depth - 1] ?? `${depth}级分类`, id: `${prefix}category.${depth}` };
}

/** Rows below the tasks: a title, the identifier, the value. Those of a list stand once for each item. */
export const facts = {
  title: { title: '标题', id: `${prefix}plan.title` },
  documentNumber: { title: '发文字号', id: `${prefix}plan.documentNumber` },
  kind: { title: '文件类别', id: `${prefix}plan.kind` },
  issuer: { title: '发文机关', id: `${prefix}plan.issuer` },
  issuedOn: { title: '成文日期', id: `${prefix}plan.issuedOn` },
  year: { title: '年度', id: `${prefix}plan.year` },
  disclosure: { title: '公开属性', id: `${prefix}plan.disclosure` },
  remark: { title: '备注', id: `${prefix}plan.remark` },
  basis: { title: '依据文件', id: `${prefix}plan.basis` },
  annex: { title: '附件', id: `${prefix}annex` },
  annexEntry: { title: '附件条目', id: `${prefix}annex.entry` },
} as const;

export type FactName = keyof typeof facts;
