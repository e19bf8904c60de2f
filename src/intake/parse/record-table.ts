import { columnRole } from './cell-nature';
import { printedCells, type TableGrid } from './table-grid';

/** Headings over what was done, found or is to be attended, none of them over a duty. */
const RECORD_LABEL =
  /^(?:被(?:评议|考核|评估|检查|测评)(?:单位|部门|对象)|(?:评议|评价|考核|测评)(?:意见|结果)|(?:承诺|法定|办理)(?:办结)?(?:时限|期限)|(?:设定|实施|审批|法律)依据|(?:实施|审批|许可)(?:机关|主体|层级)|排名|名次|位次|得分|总得分|扣分|扣分(?:情况|原因|事项|项)|加分|存在(?:的)?(?:主要)?问题|(?:检查|办理|答复|评估|抽查|测评|处理|处罚|审查|受理|采纳|完成)(?:情况|结果|决定)|结果|案件名称|案由|行政相对人|当事人|处罚(?:内容|机关|决定书?文?号|事由|依据|种类|金额)|决定(?:日期|书文号)|(?:建议|提案|议案)(?:编号|标题|案由|名称|号)?|(?:领衔|提案|建议)(?:代表|委员|人|者)|承办结果|授课(?:人|老师|专家|教师|单位)|主讲(?:人|老师)?|主持人?|(?:会议|培训|活动|办公)?地[点址]|场地|带班领导|值班.{0,4}|姓名|性别|职务|职称|学历|民族|身份证号.{0,2}|网站名称|账号名称|主办单位|开设单位|岗位.{0,4}|招聘.{0,4}|本年.{0,12}数.{0,6}|上年.{0,12}数.{0,6}|金额.{0,6}|中标.{0,6}|成交.{0,6}|采购.{0,8}|采纳情况|未采纳理由|意见建议|反馈意见)$/;
const ROWS_SEARCHED = 4;

/** Whether a heading stands over what was done, found or is to be attended. */
export function isRecordLabel(label: string): boolean {
  return RECORD_LABEL.test(label.replace(/[（(][^（()）]*[）)]/g, ''));
}

/** Whether a table records what was done (scores, cases, replies, schedules) instead of setting tasks. */
export function isRecordTable(grid: TableGrid): boolean {
  for (const row of grid.rows.slice(0, ROWS_SEARCHED)) {
    const labels = printedCells(row).map(({ text }) => text);
    if (labels.length < 3) continue;
    // Below such a heading stand cells, whatever words they share with headings.
    if (labels.some((label) => columnRole(label) === 'TASK' && label !== '事项名称')) return false;
    if (labels.includes('指标值') || labels.filter(isRecordLabel).length >= 2) return true;
  }
  return false;
}
