import {
  columnRole,
  columnRoles,
  looksLikeDeadline,
  looksLikeNumber,
  looksLikeUnits,
  type ColumnRole,
} from '../../../src/intake/parse/cell-nature';

const HEADINGS: Record<ColumnRole, string[]> = {
  NUMBER: ['序号', '序', '编号', '序\n\n号', '序　号', '项次'],
  CATEGORY: ['领域', '类别', '一级指标', '任务类别', '重点领域', '公开事项', '项目', '板块', '任务名称'],
  TASK: [
    '工作任务',
    '重点任务',
    '重点工作任务',
    '主要任务',
    '具体内容',
    '具体要求',
    '工作措施',
    '工作内容',
    '任务内容',
    '主要任务及措施',
    '工作要求',
    '具体工作任务',
    '工作要点',
    '任务事项',
    '工 作 任 务',
    '目标任务',
    '主要工作内容',
    '具体举措',
    '工作事项',
    '评分标准',
    '公开内容',
    '内容',
  ],
  LEAD_UNIT: ['牵头单位', '牵头部门', '主办单位', '牵头\n单位', '牵头单位（牵头领导）', '牵头科室', '主责单位'],
  RESPONSIBLE_UNIT: [
    '责任单位',
    '责任部门',
    '责任科室',
    '责任股室',
    '承办单位',
    '责 任 单 位',
    '责任单位（排第一位的为牵头单位）',
    '责任主体',
    '落实单位',
    '责任处室',
    '牵头及配合单位',
    '市级责任单位',
    '实施单位',
  ],
  SUPPORTING_UNIT: ['配合单位', '协办单位', '配合部门', '参与单位', '协助单位', '配合科室', '协同配合单位', '协办部门'],
  LEAD_OFFICIAL: ['牵头领导', '牵头县级领导', '责任领导', '责任人', '分管领导', '负责人', '牵头市领导', '责任领导（分管）'],
  CONTACT: ['联系人', '联系电话', '联系人及电话', '联络员'],
  DEADLINE: [
    '完成时限',
    '时间要求',
    '完成时间',
    '时限',
    '办结时限',
    '完成期限',
    '时间节点',
    '时限要求',
    '完成\n时限',
    '工作时限',
    '时间安排',
    '完成时间节点',
    '公开时限',
    '办理时限',
    '截止时间',
    '推进时间',
  ],
  SCORE: ['分值', '权重', '得分', '分值（100分）'],
  REMARK: ['备注', '备 注', '说明'],
};

const DEADLINES = [
  '及时公开',
  '长期坚持',
  '持续推进',
  '适时完成',
  '适时办理',
  '8月31日',
  '8月 31日',
  '2023年8月底',
  '2023年 8\n月底',
  '2023年底',
  '2022年12月',
  '2022年6月并长期坚持',
  '每季度',
  '每半年',
  '每年至少1次',
  '第三季度末',
  '上半年',
  '全年',
  '3月至6月',
  '3—6月',
  '每月5日前',
  '每季度末',
  '批复后20个工作日内',
  '按要求',
  '会议召开前',
  '2023年12月31日前',
  '2024年6月底前完成',
  '2023年12月底前，长期坚持',
  '12月底前',
  '2023.12.31',
  '2023-06-30',
  '11月下旬',
  '年底前',
  '年内',
  '常态化推进',
  '文件印发之日起10个工作日内',
  '6月、12月',
  '即时更新',
  '2023年第二季度',
  '按时限要求完成',
  '贯穿全年',
  '2024年6月底前完成，并持续推进',
  '动态更新',
  '定期更新',
  '每年1月31日前',
  '立即整改',
  '十二月底前',
  '1个月内',
  '2023年6月底，2023年12月底',
];
const NO_DEADLINES = [
  '',
  '1',
  '13',
  '市财政局',
  '及时公开重大项目信息',
  '8月底前实现现行有效行政规范性文件统一查询',
  '加强',
  '公开',
  '做好政务公开',
  '年度报告',
  '2023年全市政务公开工作要点',
  '每年至少组织1次政务公开专题培训。',
  '及时公开人大代表建议办理结果',
  '长期坚持以人民为中心',
];
const UNITS = [
  '市教育局',
  '市发展改革委、市经信局、市自然资源规划局等部门（单位），各县（市、区）人民政府、达州高新区管委会。',
  '牵头职能部门。',
  '各科室',
  '各镇（街道）',
  '各乡镇街委',
  '市委人才办',
  '达川区、万源市人民政府。',
  '市政府办公室',
  '天府新区眉山管委会，各县（区）人民政府',
  '各级保密行政管理部门',
  '局属各单位',
  '市税务局、人行达州市中心支行等部门（单位）',
  '各有关单位',
  '县政府办、县司法局',
  '市级各部门（单位），各县\n（市、区）人民政府',
  '各乡、镇人民政府，古东关街道办',
  '区教体局、区卫健委；各街道',
  '市公共资源交易服务中心',
  '机关各科室、局属各单位',
];
const NO_UNITS = [
  '',
  '1',
  '及时公开',
  '2023年底',
  '加强重大传染病防控、改善群众就医体验、健康科普等信息发布。',
  '市政府办公室要加强对各县（市、区）的指导，督促明确目标任务。',
  '做好 53项民生实事实施信息公开。',
  '围绕城乡居民就业增收，深入推进面向高校毕业生就业专项活动及支持政策公开。',
  '加大主动公开力度',
  '依法公开滥用行政权力排除、限制竞争执法案件。',
  '推动政务公开转型升级',
];

describe('the nature of a cell', () => {
  test.each(Object.entries(HEADINGS).flatMap(([role, words]) => words.map((word) => [word, role])))('heading %j is %s', (word, role) => {
    expect(columnRole(word)).toBe(role);
  });
  test.each([
    '',
    '市教育局',
    '加大主动公开力度',
    '及时公开',
    '2023年底',
    '各县（市、区）人民政府',
    '1',
    '眉山市人民政府办公室',
    '为贯彻落实上级要求，现将有关任务分解如下',
  ])('%j is no heading', (word) => {
    expect(columnRole(word)).toBeNull();
  });
  test('of several task columns the last is the task', () => {
    expect(columnRoles(['序号', '工作任务', '重点工作任务', '责任单位', '完成时限'])).toEqual([
      'NUMBER',
      'CATEGORY',
      'TASK',
      'RESPONSIBLE_UNIT',
      'DEADLINE',
    ]);
    expect(columnRoles(['序\n号', '任务名称', '具体内容', '责任单位', '完成时限'])).toEqual([
      'NUMBER',
      'CATEGORY',
      'TASK',
      'RESPONSIBLE_UNIT',
      'DEADLINE',
    ]);
    expect(columnRoles(['序号', '任务名称', '牵头单位', '配合单位'])).toEqual(['NUMBER', 'TASK', 'LEAD_UNIT', 'SUPPORTING_UNIT']);
  });
  test.each(DEADLINES)('%j is a deadline', (text) => expect(looksLikeDeadline(text)).toBe(true));
  test.each(NO_DEADLINES)('%j is no deadline', (text) => expect(looksLikeDeadline(text)).toBe(false));
  test.each(UNITS)('%j is a list of units', (text) => expect(looksLikeUnits(text)).toBe(true));
  test.each(NO_UNITS)('%j is no list of units', (text) => expect(looksLikeUnits(text)).toBe(false));
  test.each(['1', '12', '1.', '1、', '（1）', '1.2', '①', '一', '一、', '（一）', '第1项', ' 3 '])('%j is a number', (text) =>
    expect(looksLikeNumber(text)).toBe(true),
  );
  test.each(['', '2023年', '市', '一区一枢纽', '1个月', '100%'])('%j is no number', (text) => expect(looksLikeNumber(text)).toBe(false));
  test('a hostile text is answered', () => {
    const long = '（'.repeat(50_000) + '工作'.repeat(50_000) + '年'.repeat(50_000);
    expect([columnRole, looksLikeDeadline, looksLikeUnits, looksLikeNumber].map((ask) => ask(long))).toEqual([null, false, false, false]);
  });
});
