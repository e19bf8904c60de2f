/** A work area with its categories; each category says what its duties are about and which departments bear them. */
export interface WorkArea {
  title: string;
  categories: { title: string; subjects: string[]; departments: string[] }[];
}

export const workAreas: readonly WorkArea[] = [
  {
    title: '围绕高质量发展深化重点领域信息公开',
    categories: [
      {
        title: '推进重大建设项目信息公开',
        subjects: ['重大建设项目', '专项债项目', '政府投资工程', '招标投标', '公共资源交易'],
        departments: ['发展和改革局', '住房和城乡建设局', '交通运输局', '水务局', '公共资源交易中心'],
      },
      {
        title: '推进优化营商环境信息公开',
        subjects: ['惠企政策', '减税降费', '行政许可事项', '市场监管规则', '社会信用体系'],
        departments: ['市场监督管理局', '经济和信息化局', '行政审批局', '税务局', '商务局'],
      },
      {
        title: '推进财政和审计信息公开',
        subjects: ['财政预决算', '政府债务', '惠民惠农补贴', '政府采购', '审计结果'],
        departments: ['财政局', '审计局', '国有资产监督管理委员会'],
      },
      {
        title: '推进经济运行和统计信息公开',
        subjects: ['经济运行', '统计数据', '数字经济', '消费促进', '科技创新'],
        departments: ['统计局', '发展和改革局', '科学技术局', '商务局'],
      },
    ],
  },
  {
    title: '围绕民生关切加强公共服务信息公开',
    categories: [
      {
        title: '推进教育和就业信息公开',
        subjects: ['义务教育招生入学', '校外培训治理', '高校毕业生就业', '职业技能培训', '就业创业扶持'],
        departments: ['教育局', '人力资源和社会保障局', '农民工服务中心'],
      },
      {
        title: '推进医疗卫生和社会救助信息公开',
        subjects: ['医疗卫生服务', '医保支付', '最低生活保障', '养老服务', '残疾人帮扶'],
        departments: ['卫生健康委员会', '医疗保障局', '民政局'],
      },
      {
        title: '推进生态环境和住房信息公开',
        subjects: ['空气和水环境质量', '环评审批', '保障性住房', '城镇老旧小区改造', '农村危房改造'],
        departments: ['生态环境局', '住房和城乡建设局', '自然资源和规划局', '城市管理行政执法局'],
      },
      {
        title: '推进安全和乡村振兴信息公开',
        subjects: ['食品药品安全', '安全生产', '应急救援', '征地补偿', '乡村振兴项目'],
        departments: ['应急管理局', '市场监督管理局', '农业农村局', '自然资源和规划局'],
      },
    ],
  },
  {
    title: '提升政策解读和回应关切实效',
    categories: [
      {
        title: '加强政策解读',
        subjects: ['政策文件解读', '图文图表解读', '新闻发布会', '政策吹风会', '政策咨询窗口'],
        departments: ['人民政府办公室', '司法局', '融媒体中心'],
      },
      {
        title: '回应社会关切',
        subjects: ['政务舆情', '热点问题', '领导信箱', '12345热线诉求', '意见征集'],
        departments: ['人民政府办公室', '信访局', '大数据服务中心'],
      },
    ],
  },
  {
    title: '夯实政务公开基础',
    categories: [
      {
        title: '规范依申请公开和制度管理',
        subjects: ['依申请公开答复', '行政规范性文件', '信息公开年度报告', '保密审查', '公开目录'],
        departments: ['人民政府办公室', '司法局', '档案馆'],
      },
      {
        title: '建强公开平台',
        subjects: ['政府网站', '政务新媒体', '政府公报', '政务公开专区', '适老化与无障碍改造'],
        departments: ['人民政府办公室', '大数据服务中心', '融媒体中心'],
      },
      {
        title: '强化监督保障',
        subjects: ['业务培训', '第三方评估', '绩效考核', '工作台账', '专项检查'],
        departments: ['人民政府办公室', '绩效管理办公室', '行政审批局'],
      },
    ],
  },
];

export const actions: readonly string[] = [
  '及时公开{subject}的政策文件、办事指南和办理结果',
  '全面梳理{subject}信息，编制并公布公开事项标准目录',
  '做好{subject}信息的归集、发布和动态更新',
  '围绕{subject}开展多形式解读，推动政策直达企业和群众',
  '在政府门户网站设置{subject}专栏，集中展示工作进展',
  '公开{subject}的审批、资金安排、实施和监督检查情况',
  '健全{subject}公开工作机制，明确公开内容、时限和渠道',
  '主动听取公众对{subject}的意见，公布采纳情况',
];

export const endings: readonly string[] = [
  '，确保内容准确、完整、便于检索',
  '，主动接受社会监督',
  '，切实保障群众知情权',
  '，提升公开的针对性和实效性',
  '，做到应公开尽公开',
  '，让群众看得到、听得懂、能监督',
];

/** Measured promises: the words, and what they say. */
export const promises: readonly {
  phrase: (value: number) => string;
  metric: string;
  values: number[];
  unit: string;
  period: 'YEAR' | null;
}[] = [
  {
    phrase: (value) => `多元化解读比例不得低于${value}%`,
    metric: '多元化解读比例',
    values: [50, 55, 60, 70, 80, 90, 100],
    unit: '%',
    period: null,
  },
  { phrase: (value) => `解读形式不得少于${value}种`, metric: '解读形式', values: [2, 3, 4], unit: '种', period: null },
  { phrase: (value) => `每年开展业务培训不少于${value}次`, metric: '业务培训', values: [1, 2, 4], unit: '次', period: 'YEAR' },
  { phrase: (value) => `按期答复率达到${value}%以上`, metric: '按期答复率', values: [95, 98, 100], unit: '%', period: null },
];
