const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

export const deadlines = {
  title: '期限',
  titleOf: (year: number) => `${year}年的期限`,
  description: '政务公开计划写明的日期，按年、按月、按日列出；按周期办理的逐次展开；可按地区、单位和计划筛选，可订阅日历。',
  finding: (year: number, count: number, days: number | null) =>
    days === null ? `${year}年共有${count}个期限。` : `${year}年共有${count}个期限，都在同一天。`,
  findingWithDay: (year: number, count: number, days: number, day: string, most: number) =>
    `${year}年共有${count}个期限，分布在${days}天；最集中的是${day}，${most}个。`,
  noneInYear: (year: number) => `${year}年没有符合的期限。`,
  noneIn: (year: number) => `${year}年没有已发布的期限。`,
  insteadOf: (year: number) => `下面是最近有期限的${year}年。没有收录不等于没有印发。`,
  noneAtAll: '还没有收录写明日期的任务。',
  years: '年份',
  calendar: '日历',
  calendarNote: '日期下面的小字是当天的期限数；按周期办理的逐次列出，只写“及时”“长期”的没有日期',
  ics: '订阅日历 ICS',
  nothing: '无',
  counted: (count: number) => `${count}个`,
  monthOf: (year: number, month: number) => `${year}年${month}月`,
  weekdays: weekdays.map((day) => [day, `星期${day}`] as readonly [short: string, long: string]),
  dayWith: (day: string, count: number) => `${day}，${count}个期限`,
  filter: { summary: '筛选：地区、单位、计划', region: '地区（含下级）', unit: '责任单位（含集体称谓）', plan: '计划' },
  list: (year: number) => `${year}年逐日`,
  listOf: (month: string) => `${month}逐日`,
  columns: { deadline: '原文期限', number: '序', text: '任务原文', plan: '计划' },
  period: (period: string, quota: number) => (quota > 1 ? `${period}，应办${quota}次` : period),
};
