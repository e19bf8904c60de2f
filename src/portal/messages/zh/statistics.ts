export const statistics = {
  title: '期限与分工',
  description: '政务公开任务的统计：期限怎样写、何时到期、哪些单位和主题的任务最多、完成率；每个数字附查询和数据表。',
  lead: (plans: number, tasks: number, isTopic: boolean, day: string) =>
    `${plans}份计划，${tasks}项任务${isTopic ? '属于这个主题' : ''}，截至${day}。所有数字都可以用各图下方的查询重新算出。`,
  filter: { summary: '筛选：地区、年份、主题', region: '地区（含下级）' },
  nothing: '没有符合条件的任务。',
  dataTable: '数据表：',
  queryBehind: '查看这张图背后的查询',
  alt: (title: string) => `${title}，数值见下方数据表`,
  total: '合计',
  group: { PLAN: '计划', LEVEL: '层级' },

  planOf: (region: string, year: number) => `${region}${year}年`,
  kinds: '期限怎样写',
  scale: (grouping: 'PLAN' | 'LEVEL', most: number) => `${grouping === 'PLAN' ? '每格一份计划' : '每格一个层级'}，同一横轴，0至${most}项`,
  kindsDiffer: (most: string, high: string, least: string, low: string) => `${most}写明日期的任务最多，占${high}；${least}最少，占${low}。`,
  kindsAlike: (count: number, share: string) => (count === 1 ? `写明日期的任务占${share}。` : `各组写明日期的任务都占${share}。`),

  months: (year: number) => `${year}年何时到期`,
  monthsAny: '何时到期',
  squares: '只计写明日期的任务，一格一项；过多时改用柱高',
  noDates: '没有写明日期的任务。',
  toCalendar: '日历',
  fullestMonth: (year: number, month: string, most: number, total: number, share: string) =>
    `${year}年到期的${total}项中，${month}最集中：${most}项，占${share}。`,

  units: '任务最多的单位',
  topics: '任务最多的主题',
  unit: '单位',
  topic: '主题',
  taskCount: '任务数',
  ranked: (shown: number, total: number) => (shown < total ? `前${shown}个，共${total}个` : `${total}个`),
  mostUnit: (name: string, count: number, equal: string | null) =>
    `${name}最多，${count}项${equal === null ? '' : `，${equal}同数`}；通过集体称谓承担的计算在内。`,
  mostTopic: (name: string, count: number, equal: string | null) =>
    `“${name}”最多，${count}项${equal === null ? '' : `，“${equal}”同数`}；一项任务可归入几个主题。`,

  progress: '完成率',
  noProgress: (plans: number) => `${plans}份计划都没有进展报告，所以没有完成率，也没有逾期数。分母为0时这里留空，不写0%。`,
  completionRate: '完成率',
  outOf: (done: number, total: number) => `已归集的${total}项责任中完成${done}项`,
  onTimeRate: '按时率',
  onTimeScope: '已完成且有期限的责任中按时完成的',
  noRate: '没有分母',
  overdue: '逾期',
  overdueScope: '只在已开始归集的责任中计算',
  duties: (count: number) => `全部责任${count}项`,
  status: '履行情况',
  dutiesFile: (state: string) => `下载${state}的责任清单（CSV）`,
  file: '清单',
  dutyCount: '责任数',
  rosterNote: '部分责任来自名单不全的集体称谓，实际责任数可能更多。',
};
