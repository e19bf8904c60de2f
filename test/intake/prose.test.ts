import { exitCodeFor } from '../../src/intake';
import { brief, readingOf, unitsOf } from './reading-of';

describe('items and their headings', () => {
  it('a （一） paragraph is a task under 一、; a 1. item under 一、 and （一）', () => {
    const reading = readingOf(
      '2023年政务公开工作要点\n\n一、重点任务\n（一）规范平台\n1、优化专栏设置，及时更新。\n2、完善文件库。\n（二）提升解读。材料与文件同步发布。\n二、保障措施\n（一）加强领导。各部门要明确专人。\n',
    );
    expect(reading.tasks.map((task) => [task.printedNumber, task.categoryPath, task.text])).toEqual([
      ['1', ['重点任务', '规范平台'], '优化专栏设置，及时更新。'],
      ['2', ['重点任务', '规范平台'], '完善文件库。'],
      ['（二）', ['重点任务'], '提升解读。材料与文件同步发布。'],
      ['（一）', ['保障措施'], '加强领导。各部门要明确专人。'],
    ]);
  });

  it('chapters that frame the plan set no tasks: requirements, goals, steps by phase', () => {
    const reading = readingOf(
      '某市政务公开提升行动实施方案\n\n一、总体要求\n（一）指导思想。以人民为中心。\n（二）工作目标。到2023年底，覆盖率达到100%。\n二、主要任务\n（一）动态调整目录。每季度核对：（1）部门核对；（2）镇街核对。\n（二）规范流程\n（1）落实源头认定。明确公开属性。\n（2）落实保密审查。先审查、后公开。\n三、实施步骤\n（一）动员部署阶段（2023年4月）。制定方案。\n四、保障措施\n（一）加强督导。定期通报。\n',
    );
    expect(brief(reading).map(({ path, text }) => [path, text])).toEqual([
      ['主要任务', '动态调整目录。每季度核对：（1）部门核对；（2）镇街核对。'],
      ['主要任务 > 规范流程', '落实源头认定。明确公开属性。'],
      ['主要任务 > 规范流程', '落实保密审查。先审查、后公开。'],
      ['保障措施', '加强督导。定期通报。'],
    ]);
  });

  it('the points of a list are tasks of their own, and its head may print the number beside the date', () => {
    const reading = readingOf(
      '# 2024年区卫生健康局政务公开工作要点\n\n> 嘉卫办〔2024〕12号　2024年4月2日\n\n## 一、加强信息公开\n\n- **公开收费标准**：督促辖区医院在门诊大厅公示。责任科室：医政科；完成时限：5月底前\n- **公开疫苗信息**：按周更新接种门诊和疫苗种类。责任科室：疾控科；完成时限：长期坚持\n',
    );
    expect(reading.plan.documentNumber).toBe('嘉卫办〔2024〕12号');
    expect(brief(reading)).toEqual([
      { path: '加强信息公开', text: '公开收费标准：督促辖区医院在门诊大厅公示。', units: 'R:医政科', due: 'BY_DATE 2024-05-31' },
      { path: '加强信息公开', text: '公开疫苗信息：按周更新接种门诊和疫苗种类。', units: 'R:疾控科', due: 'ONGOING' },
    ]);
  });

  it('a closing paragraph to all who are bound belongs to no item', () => {
    const reading = readingOf(
      '2022年政务公开工作要点\n\n一、强化指导监督\n（一）落实主体责任。明确主管部门。\n（二）改进工作作风。不得要求下级报送材料。\n各地区、各部门要对照本要点梳理形成台账，接受社会监督。\n',
    );
    expect(reading.tasks.map(({ text }) => text)).toEqual(['落实主体责任。明确主管部门。', '改进工作作风。不得要求下级报送材料。']);
  });

  it('articles under parts, with square brackets', () => {
    const reading = readingOf(
      '2022年海东市政务公开工作任务安排\n\n第一部分 重点任务\n第一条 加强规划公开。做好“十四五”规划公开。[责任单位：市发展改革委]\n第二条 推进抽查结果公示。[责任单位：市市场监管局；完成时限：2022年第三季度末]\n',
    );
    expect(brief(reading)).toEqual([
      { path: '重点任务', text: '加强规划公开。做好“十四五”规划公开。', units: 'R:市发展改革委', due: 'NONE' },
      { path: '重点任务', text: '推进抽查结果公示。', units: 'R:市市场监管局', due: 'BY_DATE 2022-09-30' },
    ]);
    expect(reading.tasks[0]?.printedNumber).toBe('第一条');
  });

  it('paragraphs with units of their own under one heading are tasks of their own', () => {
    const reading = readingOf(
      '2023年工作安排\n\n一、加强发布\n围绕营商环境，及时公开惠企政策。（责任单位：市发改委、市工信局）\n规范公开格式，统一发布渠道。（责任单位：市政务服务局）\n',
    );
    expect(brief(reading).map(({ path, text, units }) => [path, text, units])).toEqual([
      ['加强发布', '围绕营商环境，及时公开惠企政策。', 'R:市发改委 R:市工信局'],
      ['加强发布', '规范公开格式，统一发布渠道。', 'R:市政务服务局'],
    ]);
  });

  it('sentences with units of their own in one paragraph are tasks of their own', () => {
    const reading = readingOf(
      '2024年工作安排\n\n一、主动公开\n（一）重点领域公开。及时公开监管信息。（责任单位：市应急局）持续公开抽检信息。（责任单位：市市场监管局；完成时限：每月公开）\n',
    );
    expect(brief(reading)).toEqual([
      { path: '主动公开 > 重点领域公开', text: '及时公开监管信息。', units: 'R:市应急局', due: 'NONE' },
      { path: '主动公开 > 重点领域公开', text: '持续公开抽检信息。', units: 'R:市市场监管局', due: 'RECURRING' },
    ]);
  });
});

describe('units and deadlines', () => {
  it('labels on lines of their own', () => {
    const reading = readingOf(
      '附件1\n\n2023年政务公开重点工作责任清单\n\n一、平台\n1、优化政府信息公开专栏\n牵头单位：州政府办公室\n配合单位：州大数据局，各县（市）人民政府\n完成时限：2023年6月30日前\n2、完善政策文件库。\n责任单位：州司法局\n完成时限：持续推进\n',
    );
    expect(brief(reading)).toEqual([
      {
        path: '平台',
        text: '优化政府信息公开专栏',
        units: 'L:州政府办公室 S:州大数据局 S:«各县（市）人民政府»',
        due: 'BY_DATE 2023-06-30',
      },
      { path: '平台', text: '完善政策文件库。', units: 'R:州司法局', due: 'ONGOING' },
    ]);
    expect(reading.tasks[0]?.responsibleText).toBe('牵头单位：州政府办公室；配合单位：州大数据局，各县（市）人民政府');
    expect(reading.tasks[0]?.source).toMatchObject({ line: 6, lineEnd: 9 });
  });

  it('brackets without labels: who leads, who is responsible, until when', () => {
    const { tasks } = readingOf(
      '2023年政务公开工作要点\n\n一、政策公开\n（一）集中公开。优化文件库。（市政府办公室牵头，市各有关单位配合）\n（二）加强解读。同步解读。（市司法局、市各有关单位；2023年10月底前）\n（三）编制指南。推行一件事一次办。（市政务局负责，2023年6月底前完成）\n（四）推动乡镇（街道）公开（社区除外）。\n',
    );
    expect(tasks.map((task) => [task.text, unitsOf(task), task.deadline.dueOn])).toEqual([
      ['集中公开。优化文件库。', ['L:市政府办公室', 'S:«市各有关单位»'], null],
      ['加强解读。同步解读。', ['R:市司法局', 'R:«市各有关单位»'], '2023-10-31'],
      ['编制指南。推行一件事一次办。', ['R:市政务局'], '2023-06-30'],
      ['推动乡镇（街道）公开（社区除外）。', [], null],
    ]);
  });

  it('brackets side by side, deadlines without a label, units and deadline under one label', () => {
    const { tasks } = readingOf(
      '2023年政务公开工作要点\n\n一、政策公开\n１．集中公开。（责任单位：市司法局）（完成时限：6月底）\n2.（加强解读。（责任单位：市司法局 市发改局，9月底前完成）\n3.编制指南。责任单位及时限：市政务局，长期坚持。\n4.扩大公开渠道（如市政府网站、市政务中心）。\n5.落实制度（牵头单位：甲局；配合单位：乙局；完成时间：2023年第三季度）；\n',
    );
    expect(tasks.map((task) => [task.text, unitsOf(task), task.deadline.dueOn ?? task.deadline.kind])).toEqual([
      ['集中公开。', ['R:市司法局'], '2023-06-30'],
      ['（加强解读。', ['R:市司法局', 'R:市发改局'], '2023-09-30'],
      ['编制指南。', ['R:市政务局'], 'ONGOING'],
      ['扩大公开渠道（如市政府网站、市政务中心）。', [], 'NONE'],
      ['落实制度；', ['L:甲局', 'S:乙局'], '2023-09-30'],
    ]);
  });

  it('a section’s default holds for its items; an item’s own goes before it', () => {
    const reading = readingOf(
      '2024年工作要点\n\n一、民生（牵头单位：州民政局；完成时限：2024年11月底）\n1.公开救助信息。\n2.公开招生方案。（责任单位：州教体局）\n3.每年至少开展2次检查。\n4.8月底前完成目录调整。\n',
    );
    expect(brief(reading).map(({ path, units, due }) => [path, units, due])).toEqual([
      ['民生', 'L:州民政局', 'BY_DATE 2024-11-30'],
      ['民生', 'R:州教体局', 'BY_DATE 2024-11-30'],
      ['民生', 'L:州民政局', 'RECURRING'],
      ['民生', 'L:州民政局', 'BY_DATE 2024-08-31'],
    ]);
    expect(reading.tasks[0]?.deadline.rule).toMatch(/^section-default/);
  });

  it('the document’s default holds last; a date by which units report is none', () => {
    const opening = (sentence: string): string =>
      `2023年工作要点\n\n现作如下安排。${sentence}\n\n一、重点任务\n1.公开规划。（责任单位：市发改局）\n`;
    expect(brief(readingOf(opening('各项任务未注明时限的，均应于2023年11月底前完成。')))[0]?.due).toBe('BY_DATE 2023-11-30');
    expect(brief(readingOf(opening('各项任务落实情况于2023年11月底前报送市政府办公室。')))[0]?.due).toBe('NONE');
  });

  it('the first unit leads where the document says so, once for all', () => {
    const { tasks } = readingOf(
      '2023年工作要点\n\n一、任务\n1.公开规划。\n责任单位：市发改局、市财政局（排在第一位的为牵头单位，下同）\n2.公开预算。\n责任单位：市财政局、市审计局\n',
    );
    expect(tasks.map((task) => unitsOf(task))).toEqual([
      ['L:市发改局', 'R:市财政局'],
      ['L:市财政局', 'R:市审计局'],
    ]);
  });
});

describe('paragraphs that the source broke', () => {
  it('lines wrapped at a width are one paragraph', () => {
    const reading = readingOf(
      '市政府办公室关于做好2022年政务公开重点\n工作的实施方案\n一、重点任务\n（一）推进稳增长信息公开。围绕扩大有效投\n资，及时公开项目审批、监管、建设等信息，提高\n透明度。（责任单位：市发展改革委、市住房城乡\n建设局，各区人民政府；完成时限：2022年12月\n底前）\n（二）推进惠企政策公开。加强政策集成和精准\n推送，建立惠企政策专栏，推动“免申即享”，\n确保政策直达快享。（责任单位：市工业和信息\n化局；完成时限：2022年9月底前）\n二、工作要求\n（一）压实责任。各部门要明确专人负责，确保\n各项任务落实到位。\n',
    );
    expect(brief(reading).map(({ path, text, due }) => [path, text, due])).toEqual([
      ['重点任务', '推进稳增长信息公开。围绕扩大有效投资，及时公开项目审批、监管、建设等信息，提高透明度。', 'BY_DATE 2022-12-31'],
      ['重点任务', '推进惠企政策公开。加强政策集成和精准推送，建立惠企政策专栏，推动“免申即享”，确保政策直达快享。', 'BY_DATE 2022-09-30'],
      ['工作要求', '压实责任。各部门要明确专人负责，确保各项任务落实到位。', 'NONE'],
    ]);
    expect(reading.plan.title).toBe('市政府办公室关于做好2022年政务公开重点工作的实施方案');
  });

  it('a paragraph cut by a page goes on after the blank line and the page number', () => {
    const { tasks } = readingOf(
      '2022年工作要点\n\n一、重点任务\n\n1.公开规划信息。及时公开重大规划的编制、实施和评估情况，做好解读和\n\n- 3 -\n\n回应工作。\n\n2.公开预算信息。\n',
    );
    expect(tasks.map((task) => task.text)).toEqual([
      '公开规划信息。及时公开重大规划的编制、实施和评估情况，做好解读和回应工作。',
      '公开预算信息。',
    ]);
  });
});

describe('documents that are no plans', () => {
  it.each([
    [
      'an annual report',
      '某市教育局2023年政府信息公开工作年度报告\n\n根据《政府信息公开条例》，编制本报告。\n\n一、总体情况\n（一）主动公开。公开信息320条。\n（二）依申请公开。收到申请12件。\n二、存在的主要问题及改进情况\n（一）改进措施。2024年底前比例达到60%。\n',
    ],
    [
      'a notice of a meeting',
      '关于召开全市政务公开工作推进会的通知\n\n各县区人民政府：\n有关事项通知如下：\n\n一、会议时间\n2023年5月20日上午9：00。\n二、参会人员\n（一）各县区分管负责人；\n（二）市级各部门分管负责人。\n\n某市人民政府办公室\n2023年5月15日\n',
    ],
    [
      'regulations',
      '某省政府信息公开申请办理规定\n\n第一章 总则\n第一条 为规范办理工作，制定本规定。\n第二章 办理\n第三条 行政机关应当自收到申请之日起20个工作日内予以答复。\n',
    ],
    ['a text without items', '今天天气很好。\n'],
  ])('%s gives no tasks and says so', (_, text) => {
    const reading = readingOf(text);
    expect(reading.tasks).toEqual([]);
    expect(reading.problems.map(({ code }) => code)).toContain('NOT_A_PLAN');
    expect(exitCodeFor(reading)).toBe(3);
  });
});

describe('a plan in prose printed as an annex', () => {
  it('is listed among the annexes as a table of tasks is', () => {
    const { tasks, annexes } = readingOf(
      '甲县人民政府办公室\n关于印发2024年政务公开工作要点的通知\n\n各乡镇：\n现印发给你们。\n\n甲县人民政府办公室\n2024年3月1日\n\n附件\n\n2024年政务公开工作要点\n\n一、重点任务\n1.公开规划信息。（责任单位：县发改局）\n2.公开财政信息。（责任单位：县财政局）\n',
    );
    expect(tasks).toHaveLength(2);
    expect(annexes.map(({ title, kind }) => [title, kind])).toEqual([['2024年政务公开工作要点', 'TASK_TABLE']]);
  });
});

describe('hostile prose', () => {
  it.each([
    ['brackets that never close', `一、${'（责任单位：'.repeat(5_000)}`],
    ['a suffix after each of many sentences', `一、任务\n1.${'做好公开。（责任单位：市教育局）'.repeat(2_000)}`],
    ['commas without end', '公开，\n'.repeat(20_000)],
    ['title marks without end', '《'.repeat(50_000)],
  ])('%s is read to the end', (_, text) => {
    expect(readingOf(text).tasks).toBeInstanceOf(Array);
  });
});
