/** A column of the sheet: what stands over it, its identifier, its width in characters, and whether the unit fills it in. */
interface SheetColumn {
  title: string;
  id: string;
  width: number;
  isFilledIn: boolean;
}

const shown = (title: string, id: string, width: number): SheetColumn => ({ title, id: `gongkai:${id}`, width, isFilledIn: false });
const filledIn = (title: string, id: string, width: number): SheetColumn => ({ title, id: `gongkai:${id}`, width, isFilledIn: true });

/** The columns in their order. The identifiers below the titles say which is which, wherever a unit moves them. */
export const sheetColumns = {
  plan: shown('要点', 'plan', 24),
  number: shown('任务序号', 'number', 8),
  text: shown('工作任务', 'text', 48),
  role: shown('责任', 'role', 8),
  deadlineText: shown('完成时限', 'deadline.text', 14),
  dueOn: shown('截止日期', 'dueOn', 12),
  currentStatus: shown('当前状态（已公开）', 'currentStatus', 12),
  targets: shown('任务目标', 'targets', 24),
  period: filledIn('填报期', 'period', 12),
  status: filledIn('进展状态', 'status', 10),
  percentage: filledIn('完成率', 'percentage', 8),
  completedOn: filledIn('完成日期', 'completedOn', 12),
  times: filledIn('完成次数', 'times', 8),
  occurrenceDueOn: filledIn('所报周期截止日', 'occurrenceDueOn', 14),
  triggeredOn: filledIn('起算事项发生日', 'triggeredOn', 14),
  narrative: filledIn('进展情况', 'narrative', 48),
  measures: filledIn('目标实际值', 'measures', 16),
  evidence: filledIn('佐证材料', 'evidence', 40),
  problems: filledIn('存在问题', 'problems', 24),
  nextStep: filledIn('下一步', 'nextStep', 24),
  obligation: shown('责任项标识（勿改）', 'obligation', 18),
  version: shown('版本（勿改）', 'version', 18),
} as const satisfies Record<string, SheetColumn>;

export type ColumnName = keyof typeof sheetColumns;

export const columnNames = Object.keys(sheetColumns) as ColumnName[];

/** What a row says in its cells; a blank cell is absent. */
export type SheetCells = Partial<Record<ColumnName, string>>;

/** What a unit reads before it fills in the sheet; a cell each. */
export const sheetHelp: readonly string[] = [
  '填写说明：灰色列为任务信息，请勿改动；只填写“填报期”至“下一步”各列，不填的行不作填报，未改动的行不重复填报。',
  '填报期：2024、2024-H1（上半年）、2024-Q3、2024-08、2024-W35（周）或 2024-08-31。进展状态：进行中 或 已完成。日期：2024-08-31。',
  '佐证材料：每行一条，先写名称，空一格后写网址（http 或 https）。目标实际值：每行一条，如 1=72.5，1 为“任务目标”中的序号。',
  'Fill in the columns from 填报期 to 下一步 only; rows left blank or unchanged report nothing. Evidence: one per line, its title, a space, its address.',
];
