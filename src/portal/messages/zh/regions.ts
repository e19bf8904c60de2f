export const regions = {
  title: '地区',
  lead: '从国家到乡镇的行政区划和功能区。列出的年份是已收录计划的最近年份；没有年份的，是尚未收录，不等于没有印发。',
  description: '按行政区划查看已收录的政务公开计划、任务和单位，以及尚未收录的地区。',
  held: '已收录的地区',
  heldCount: (count: number) => `${count}个地区有已收录的计划`,
  provinces: '省级行政区',
  find: '找地区',
  findHint: '例如：达州',
  found: (text: string, count: number) => `名称含“${text}”的地区，共${count}个`,
  code: '区划代码',
  noCode: '功能区，没有区划代码',
  zoneHost: '所在地区',
  above: '上级',
  source: '资料来源',
  stableId: '标识',
  summary: (own: number, below: number) => {
    if (own === 0) return below === 0 ? '本级和下级都尚未收录计划。' : `本级尚未收录计划，下级已收录${below}份。`;
    return `本级已收录${own}份计划${below > 0 ? `，下级${below}份` : ''}。`;
  },
  plans: '本级计划',
  noPlans: '本级尚未收录计划。尚未收录不等于没有印发。',
  plansBelow: '下级计划',
  seeBelow: (count: number) => `查看本级和下级的${count}份计划`,
  children: '下级地区',
  childrenNote: (shown: number, total: number) => (shown === total ? `${total}个` : `${total}个中的${shown}个`),
  coverage: '下级承接',
  coverageFinding: (count: number, held: number, rate: number | null) =>
    held === 0
      ? `下级${count}个地区都尚未收录由这份计划而来的计划，不能判断有没有承接。`
      : `下级${count}个地区中收录了${held}个的计划${rate === null ? '' : `，已收录的承接了${Math.round(rate * 100)}%的任务`}；其余尚未收录，不作判断。`,
  coverageColumns: { region: '地区', plan: '计划', carried: '承接', same: '同文', dropped: '没有对应' },
  units: '本级单位',
  allUnits: (count: number) => `全部${count}个`,
  figures: '任务概况',
  scope: '本级和下级',
  tasks: '项任务',
  planFigure: '份计划',
  coveragePlans: '看哪一份计划的承接',
  dated: '项写明日期',
  timely: '项“及时公开”',
};
