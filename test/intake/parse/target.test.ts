import * as fc from 'fast-check';
import type { ReadingContext } from '../../../src/intake/parse/reading-context';
import { readTargets } from '../../../src/intake/parse/target';
import type { TargetReading } from '../../../src/intake/reading';

const CONTEXT: ReadingContext = { year: 2023, issuedOn: '2023-04-24' };
type Expected = Partial<TargetReading>;
type Case = [text: string, expected: Expected[]];

const atLeast = (metric: string, value: number, unit: string, period: string | null = null): Expected => ({
  metric,
  comparator: 'AT_LEAST',
  value,
  unit,
  period,
});
const atMost = (metric: string, value: number, unit: string): Expected => ({ metric, comparator: 'AT_MOST', value, unit });
const exactly = (metric: string, value: number, unit: string, period: string | null = null): Expected => ({
  metric,
  comparator: 'EXACTLY',
  value,
  unit,
  period,
});
const dated = (metric: string, dueOn: string, actor: string | null = null): Expected => ({
  metric,
  dueOn,
  actor,
  comparator: null,
  value: null,
  unit: null,
});

const SENTENCES: Record<string, Case[]> = {
  'a metric before its comparator': [
    [
      '要采取政策简明问答、专家解读等多元化形式解读，解读形式不得少于3种。',
      [{ ...atLeast('解读形式', 3, '种'), phrase: '解读形式不得少于3种' }],
    ],
    [
      '采用图表图解、音视频、场景演示等多元化政策解读比例不得低于 55%。',
      [{ ...atLeast('多元化解读比例', 55, '%'), phrase: '多元化政策解读比例不得低于55%' }],
    ],
    ['解读形式应包含文字解读、图文解读等，多元化解读比例不得低于 90%。', [atLeast('多元化解读比例', 90, '%')]],
    ['严格落实政务公开工作在目标绩效考核体系分值权重不低于4%的要求，加强督促考核', [atLeast('分值权重', 4, '%')]],
    ['办理答复满意率达到百分之九十五以上', [atLeast('办理答复满意率', 95, '%')]],
    ['群众满意度不低于８５％', [atLeast('群众满意度', 85, '%')]],
    ['答复时间不超过10个工作日', [atMost('答复时间', 10, '个工作日')]],
    ['平均办理时限压缩至5个工作日以内', [atMost('平均办理时限', 5, '个工作日')]],
    ['按时办结率100%', [exactly('按时办结率', 100, '%')]],
  ],
  'what is to change, and to what': [
    ['压缩不动产一般登记办理时限至3个工作日以内', [atMost('不动产一般登记办理时限', 3, '个工作日')]],
    ['答复时间由20个工作日压缩至15个工作日', [atMost('答复时间', 15, '个工作日')]],
    ['提高政策解读比例至90%', [atLeast('政策解读比例', 90, '%')]],
    ['群众满意度同比提高5个百分点', [exactly('群众满意度同比提高', 5, '个百分点')]],
    ['评估排名力争进入全省前5名', [{ comparator: 'AT_MOST', value: 5, unit: '名' }]],
    ['主动公开率、按时答复率均为100%', [exactly('按时答复率', 100, '%')]],
    ['行政诉讼败诉率为0', [{ metric: '行政诉讼败诉率', comparator: 'EXACTLY', value: 0, unit: null }]],
  ],
  'a number of deeds per period': [
    ['开展政务公开专题培训，上下半年各2次', [exactly('专题培训', 2, '次', 'HALF_YEAR')]],
    ['政府常务会议每年至少专题研究政务公开工作1次', [atLeast('专题研究政务公开工作', 1, '次', 'YEAR')]],
    // No period of the calendar, so none is given.
    ['网站每两周至少更新1次', [{ comparator: 'AT_LEAST', value: 1, unit: '次', period: null }]],
    [
      '每年至少开展 1次专项检查，对工作不落实的，依法依规严肃查处。',
      [{ ...atLeast('专项检查', 1, '次', 'YEAR'), phrase: '每年至少开展1次专项检查' }],
    ],
    ['健全常态化跟班轮训制度，每年至少组织 1 次政务公开专题培训。', [atLeast('专题培训', 1, '次', 'YEAR')]],
    ['每季度开展培训不少于2次', [atLeast('培训', 2, '次', 'QUARTER')]],
    ['开展业务培训，每年不少于两次', [atLeast('业务培训', 2, '次', 'YEAR')]],
    ['每年至少召开两次会议，每半年至少开展一次督查', [atLeast('会议', 2, '次', 'YEAR'), atLeast('督查', 1, '次', 'HALF_YEAR')]],
    ['全年发布解读材料不少于20篇', [atLeast('解读材料', 20, '篇', 'YEAR')]],
    ['每月至少更新2条信息', [atLeast('信息', 2, '条', 'MONTH')]],
    [
      '各县（市、区）政府主要负责人每年至少出席1次新闻发布会。',
      [{ ...atLeast('新闻发布会', 1, '次', 'YEAR'), actor: '各县（市、区）政府主要负责人' }],
    ],
    ['每年组织1次业务培训', [exactly('业务培训', 1, '次', 'YEAR')]],
  ],
  'a number of things to be done': [
    ['做好 53项民生实事实施信息公开。', [{ ...exactly('民生实事', 53, '项'), phrase: '53项民生实事' }]],
    ['做好通川区10项民生实事实施信息公开', [exactly('民生实事', 10, '项')]],
    ['2023年12月底前，各县（市、区）至少打造3个政务公开示范点。', [{ ...atLeast('政务公开示范点', 3, '个'), dueOn: '2023-12-31' }]],
    ['做到100%公开。', [exactly('公开', 100, '%')]],
    ['打造20个政务公开专区', [exactly('政务公开专区', 20, '个')]],
    [
      '市财政部门要按年度预算专项经费，预算全市先行试点工作专项经费50万元，提供资金保障。',
      [{ ...exactly('专项经费', 50, '万元'), actor: '市财政部门' }],
    ],
  ],
  'a day by which something is done': [
    [
      '及时公布清理结果，8月底前实现现行有效行政规范性文件统一查询，未公开的不得作为行政管理依据。',
      [{ ...dated('现行有效行政规范性文件统一查询', '2023-08-31'), phrase: '8月底前实现现行有效行政规范性文件统一查询' }],
    ],
    [
      '加强宣传推广，于2023年6月底前报送工作推进情况，年底前形成工作报告并向社会公开。',
      [dated('报送工作推进情况', '2023-06-30'), dated('形成工作报告', '2023-12-31')],
    ],
    ['确保到2023年6月底，10个先行单位率先完成标准化规范化工作任务。', [dated('标准化规范化工作任务', '2023-06-30', '10个先行单位')]],
  ],
  'a day before the plan’s year and a bare year set no limit': [
    ['2023年是开局之年。', []],
    ['及时公开2023年重大建设项目清单。', []],
    ['对2020年以来制发的规范性文件开展清理。', []],
    ['4月底前公布2023年度重大行政决策事项目录。', [dated('公布2023年度重大行政决策事项目录', '2023-04-30')]],
  ],
  'a day holds for the quantity of its clause': [
    ['加快适老化与无障碍改造，2023年底前实现一级标准率达到100%。', [{ ...atLeast('一级标准率', 100, '%'), dueOn: '2023-12-31' }]],
    ['到2025年底，政务公开率达95%。', [{ ...atLeast('政务公开率', 95, '%'), dueOn: '2025-12-31' }]],
  ],
  'a span from an event': [
    ['决策过程中公开征求群众意见结束后，1 个月内发布意见采纳情况。', [atMost('发布意见采纳情况', 1, '个月')]],
    ['自信息形成之日起20个工作日内予以公开', [atMost('予以公开', 20, '个工作日')]],
  ],
  'another actor than the task’s own is named': [
    [
      '各级保密行政管理部门要把保密审查工作纳入督查监管，每年至少开展1次专项检查。',
      [{ metric: '专项检查', actor: '各级保密行政管理部门' }],
    ],
    ['主要负责人每年至少听取 1次工作汇报，专题研究部署推进工作', [{ ...atLeast('听取工作汇报', 1, '次', 'YEAR'), actor: '主要负责人' }]],
    [
      '各县（区）要健全机制，主要负责同志每半年听取工作情况汇报不少于1次。',
      [{ ...atLeast('听取工作汇报', 1, '次', 'HALF_YEAR'), actor: '主要负责同志' }],
    ],
    [
      '苍溪县、昭化区要走在全省前列。及时总结典型经验，年底前形成工作报告并向社会公开。',
      [dated('形成工作报告', '2023-12-31', '苍溪县、昭化区')],
    ],
    ['各地各部门（单位）要加强培训，每年至少组织1次专题培训。', [{ metric: '专题培训', actor: null }]],
  ],
  'numbers that are names are no targets': [
    '严格落实政府信息“三审”制度，落实“三同步”工作机制。',
    '参照省政府网站数字政府“四个一网”布局。',
    '在12345政务服务便民热线知识库等公开。',
    '各级行政机关主要负责人作为“第一解读人”，要履行好政策解读职责。',
    '主动公开“十四五”规划纲要。',
    '全面落实《关于加强管理的通知》（川办函〔2022〕89号）要求。',
    '达川区和万源市两个先行县要继续走在前列。',
    '及时公开四大领域重点项目实施情况。',
    '及时置放国、省、市三级政府公报。',
    '确保应知事项一次告知，实现服务事项一次办好。',
    '在总结推广第一批先行县成功经验的基础上，积极申报第二批先行县。',
    '通报半年、全年工作开展情况。',
    '对超过3次未整改的，予以通报。',
    '2022年共受理依申请公开120件。',
  ].map((text): Case => [text, []]),
};

describe('readTargets', () => {
  for (const [rule, cases] of Object.entries(SENTENCES)) {
    test.each(cases)(`${rule}: %s`, (text, expected) => {
      const targets = readTargets(text, CONTEXT);
      expect(targets).toHaveLength(expected.length);
      expected.forEach((each) => expect(targets).toContainEqual(expect.objectContaining(each)));
    });
  }

  test('an actor among the task’s own units is not another one', () => {
    const [target] = readTargets('各级保密行政管理部门每年至少开展1次专项检查。', CONTEXT, ['各级保密行政管理部门']);
    expect(target).toMatchObject({ metric: '专项检查', actor: null });
  });
});

const FRAGMENTS = [
  '每年',
  '至少',
  '不低于',
  '3',
  '次',
  '%',
  '百分之',
  '九十',
  '专项检查',
  '，',
  '。',
  '8月底前',
  '完成',
  '实现',
  '市教育局要',
  '1个月内',
  '后',
  '以上',
  '解读形式',
  '全年',
  '“',
  '”',
  '53项民生实事',
  '的',
  '2023年',
];
const wording = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

describe('any wording', () => {
  test('is read without an exception, into phrases that it prints', () => {
    fc.assert(
      fc.property(wording, (text) => {
        const printed = text.replace(/[\s\u0085\u200b-\u200d\u2060\ufeff]+/g, '');
        for (const target of readTargets(text, CONTEXT)) {
          expect(printed).toContain(target.phrase);
          expect(target.value === null || Number.isFinite(target.value)).toBe(true);
          expect(target.dueOn === null || !Number.isNaN(Date.parse(target.dueOn))).toBe(true);
          expect(target.value !== null || target.dueOn !== null || target.metric !== null).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('means the same wherever white space breaks it', () => {
    fc.assert(
      fc.property(wording, fc.constantFrom(' ', '\n', '\u3000'), (text, space) => {
        expect(readTargets([...text].join(space), CONTEXT)).toEqual(readTargets(text, CONTEXT));
      }),
      { numRuns: 1000 },
    );
  });
});
