export const site = {
  name: '公开',
  fullName: '公开：政务公开工作要点与台账',
  tagline: '政府答应公开什么，谁来办，何时办完',
  skip: '跳到正文',
  demonstrationTitle: '演示',
  demonstration: '演示数据：要点为真实文件，各单位的填报、审核、整改和评估均为虚构，不反映任何单位的实际工作。',
  mainNav: '主要栏目',
  toolNav: '搜索与显示',
  nav: { plans: '计划', units: '单位', regions: '地区', deadlines: '期限', statistics: '统计', data: '数据' },
  search: '搜索',
  searchLabel: '搜任务、单位或文号',
  searchHint: '搜任务、单位或文号，例如：市教育局',
  large: '长辈版',
  standard: '标准版',
  dark: '深色',
  light: '浅色',
  otherLanguage: 'English',
  otherLanguageCode: 'en',
  home: '首页',
  trail: '所在位置',
  footer: {
    asOf: (day: string, release: number) => `数据截至${day} · 第${release}号发布`,
    noRelease: '尚未发布数据版本',
    accessibility: '无障碍声明',
    about: '关于本站',
    explore: '查询台',
    source: '源代码许可：Apache-2.0',
    licence: (name: string) => `原文归印发机关；整理数据可自由使用，请注明出处（${name}）`,
  },
  errors: {
    missing: {
      title: '找不到这一页',
      text: '网址可能有误，或这条记录没有公开。没有公开的和不存在的，在这里看起来一样。',
    },
    gone: { title: '这份文件已撤下', text: '这份文件公开过，后来依法撤下。' },
    goneFacts: { document: '文件', since: '撤下日期', reason: '原因', notNamed: '名称依法不再显示' },
    tooMany: { title: '请求太密了', text: '同一网络地址一分钟内的请求超过了上限。请稍等一分钟再打开这一页。' },
    bad: { title: '这个网址读不懂', text: '网址里有不能识别的内容。请从首页或搜索重新进入。' },
    unavailable: { title: '暂时打不开', text: '数据库此刻没有应答，通常很快恢复。请过一会儿再试。' },
    internal: { title: '本站出了错', text: '错在本站，与您的操作无关。报告时请附上下面的错误编号。' },
    errorId: '错误编号',
    status: (code: number) => `HTTP ${code}`,
    waysOut: '可以去',
  },
  query: {
    open: '查看这张表背后的查询',
    page: '查看这一页背后的查询',
    variables: '变量',
    explore: '在查询台打开',
    json: '查询结果（JSON）',
    copy: '复制链接',
    copied: '已复制',
  },
  download: { csv: '下载CSV', xlsx: 'XLSX', print: '打印' },
  filter: {
    apply: '筛选',
    all: '全部',
    any: '不限',
    applied: '已选条件',
    remove: (name: string) => `去掉条件“${name}”`,
    clear: '清除全部',
    summary: '筛选',
    ignored: (names: string) => `网址里的条件“${names}”不能识别，已忽略。`,
    empty: (count: number) => (count === 1 ? '没有符合这个条件的记录。' : `没有同时符合这${count}个条件的记录。`),
    dropOne: (name: string, count: string) => `去掉“${name}”，有${count}。`,
    drop: '去掉这个条件',
    colon: '：',
  },
  pager: {
    label: '分页',
    previous: '上一页',
    next: '下一页',
    range: (from: number, to: number, total: number) => `第${from}至${to}条，共${total}条`,
  },
  absent: { notPrinted: '原件未载', notHeld: '尚未收录', notCollected: '尚未归集', notRead: '尚未读定' },
  comma: '，',
  listComma: '、',
  stop: '。',
  colon: '：',
  /** Between two sentences. */
  sentenceGap: '',
  sentence: (parts: readonly string[]) => `${parts.join('，')}。`,
  date: (iso: string) => {
    const [year, month, day] = iso.split('-').map(Number);
    return `${year}年${month}月${day}日`;
  },
  year: (year: number) => `${year}年`,
  /** A period of reports: 2024, 2024-H1, 2024-Q3, 2024-07 or 2024-W07. */
  period: (code: string) => {
    const [, year, part = ''] = /^(\d{4})-?(.*)$/.exec(code) ?? [];
    if (year === undefined) return code;
    if (part === '') return `${year}年`;
    const number = Number(part.replace(/\D/g, ''));
    if (part.startsWith('H')) return `${year}年${number === 1 ? '上' : '下'}半年`;
    if (part.startsWith('Q')) return `${year}年第${number}季度`;
    return part.startsWith('W') ? `${year}年第${number}周` : `${year}年${number}月`;
  },
  monthDay: (iso: string) => {
    const [, month, day] = iso.split('-').map(Number);
    return `${month}月${day}日`;
  },
};
