import { proposeTopics } from '../../../src/plans/topics/assign-topics';
import { readSeedTopics } from '../../../src/plans/topics/read-topics';

const topics = readSeedTopics();
const codesOf = (text: string, ...categoryPath: string[]) => proposeTopics(text, categoryPath, topics).map(({ code }) => code);

describe('the taxonomy', () => {
  it('has two levels, each top topic before those below it, no code or title twice', () => {
    const tops = topics.filter((topic) => topic.parent === null);
    expect(tops).toHaveLength(10);
    expect(topics).toHaveLength(72);
    const seen = new Set<string>();
    for (const topic of topics) {
      if (topic.parent !== null) expect([seen.has(topic.parent), tops.some(({ code }) => code === topic.parent)]).toEqual([true, true]);
      seen.add(topic.code);
    }
    expect(seen.size).toBe(topics.length);
    for (const values of [topics.map(({ titleZh }) => titleZh), topics.map(({ titleEn }) => titleEn)]) {
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('repeats no rule word within a topic', () => {
    for (const { ruleWords } of topics) expect(new Set(ruleWords).size).toBe(ruleWords.length);
  });
});

describe('topics proposed by rule words', () => {
  it.each([
    ['扎实推进财政预决算公开，完善公开参考样表。', '推进政府自身建设信息公开', 'BUDGET_FINAL_ACCOUNTS'],
    ['凡审计机关对外公告或披露的问题，相关被审计单位要全面公开整改结果。', '推进政府自身建设信息公开', 'AUDIT_RESULTS'],
    ['及时公开人大代表建议和政协提案办理结果。', '推进政府自身建设信息公开', 'PROPOSALS_HANDLING'],
    ['决策过程中公开征求群众意见结束后，1 个月内发布意见采纳情况。', '推进政府自身建设信息公开', 'DECISION_OPENNESS'],
    ['依法公开滥用行政权力排除、限制竞争执法案件。', '推进政府自身建设信息公开', 'FAIR_COMPETITION'],
    ['加强重大传染病防控、改善群众就医体验、健康科普等信息发布。', '推进民生保障信息公开', 'HEALTH'],
    ['及时公开空气质量监测、饮用水源地保护及治理等信息。', '推进民生保障信息公开', 'ENVIRONMENT'],
    ['做好 53项民生实事实施信息公开。', '深入推进民生保障信息公开', 'LIVELIHOOD_PROJECTS'],
    ['各级行政机关主要负责人作为“第一解读人”，要认真履行政策解读职责。', '大力提升政策解读实效', 'POLICY_INTERPRETATION'],
    ['妥善处理涉及依申请公开的投诉举报，推动依申请公开行政争议实质性化解。', '全力抓好依申请公开工作', 'APPLICATION_LEGAL_REVIEW'],
    ['严格落实政务舆情回应主体责任，依法依规及时发布权威信息，有效防范舆情风险。', '防范化解重大舆情风险', 'PUBLIC_OPINION_RISK'],
    ['摸排政府公报需求情况，进一步优化纸质公报赠阅范围。', '增强政府公报服务社会的权威性便捷性', 'GAZETTE'],
    ['加大力度转载习近平总书记重大活动、重要讲话等权威信息。', '创新完善政务新媒体运维机制', 'NEW_MEDIA'],
    ['各级保密行政管理部门要把政务公开中的保密审查工作纳入监管，每年至少开展 1次专项检查。', '统筹政务公开和安全保密', 'SECRECY_REVIEW'],
    ['建立健全人员梯队培养机制，保持政务公开队伍相对稳定。', '健全工作推进机制', 'TRAINING'],
    ['提档升级政务公开专区功能，群众办事更加方便快捷。', '提升基层治理质效', 'SERVICE_ZONE'],
    ['对标“四公开一建设”任务，补齐短板，探索打造特色亮点。', '提升基层治理质效', 'PILOTS'],
    ['编发“政务地图”，推行适老化和无障碍等信息服务。', '深化为民服务公开', 'ACCESSIBILITY'],
  ])('%s', (text, category, code) => {
    expect(codesOf(text, category)).toContain(code);
  });

  it('keep what a long task says besides its main subject', () => {
    const text =
      '加强政府网站集约化，探索数字化政策发布，大力推动政府网站数据资源汇聚融合，建设分类分级、集中统一、共享共用、动态更新的政策文件库。' +
      '加快适老化与无障碍改造，2023年底前实现一级标准率达到100%。';
    expect(codesOf(text, '加强平台载体信息化建设', '大力提升政府网站信息化建管水平')).toEqual(
      expect.arrayContaining(['GOVERNMENT_WEBSITES', 'ACCESSIBILITY']),
    );
  });

  it('name penalties beside the inspection that leads to them', () => {
    const text = '推动各领域“双随机、一公开”监管抽查事项清单、抽查结果以及行政处罚决定公开。';
    expect(codesOf(text, '深入推进政府自身建设信息公开')).toEqual(['DOUBLE_RANDOM_INSPECTION', 'ADMINISTRATIVE_PENALTIES']);
  });

  it('put the weightiest first, with the words found as the reason', () => {
    expect(proposeTopics('建立政务公开工作台账，并将落实情况纳入政府信息公开工作年度报告。', ['加强监督管理'], topics)).toEqual([
      { code: 'LEDGER', reason: '正文“工作台账”' },
      { code: 'SUPERVISION_EVALUATION', reason: '类目“监督管理”' },
      { code: 'ANNUAL_REPORT', reason: '正文“工作年度报告”' },
    ]);
  });

  it('find a word that the source breaks across lines', () => {
    expect(codesOf('完善政府公\n报数据库建设')).toContain('GAZETTE');
  });

  it('fall back on a top topic where nothing more specific fits', () => {
    expect(codesOf('及时公开有关信息。', '深化信息公开')).toEqual(['PROACTIVE_DISCLOSURE']);
  });

  it('propose nothing where no word fits, and never more than three', () => {
    expect(codesOf('其他事项。')).toEqual([]);
    const all = topics.map(({ ruleWords }) => ruleWords[0]).join('。');
    expect(codesOf(all)).toHaveLength(3);
  });
});
