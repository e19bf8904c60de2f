import iconv from 'iconv-lite';
import type { SourceDocumentModel, TableCell } from '../../src/intake/document';
import { parsePlan } from '../../src/intake/parse/parse-plan';
import { brief, readingOf, unitsOf } from './reading-of';

describe('columns', () => {
  it('lead, supporting and official columns under other names, in CSV with line breaks', () => {
    const reading = readingOf(
      '\ufeff2024年全县政务公开工作任务分解表,,,,,,\r\n序号,重点领域,具体措施,分管领导,牵头单位,配合单位,完成时间\r\n1,主动公开,"及时公开“十四五”规划实施情况，\n加强重大项目信息公开。",某甲,县发展改革局,"县财政局、县自然资源局",2024年6月底前\r\n2,,推进财政预决算公开。,,县财政局,各乡镇人民政府,持续推进\r\n3,依申请公开,规范办理政府信息公开申请。,某乙,县司法局,,每季度末\r\n',
    );
    expect(brief(reading)).toEqual([
      {
        path: '主动公开',
        text: '及时公开“十四五”规划实施情况，加强重大项目信息公开。',
        units: 'L:县发展改革局 S:县财政局 S:县自然资源局',
        due: 'BY_DATE 2024-06-30',
      },
      { path: '主动公开', text: '推进财政预决算公开。', units: 'L:县财政局 S:«各乡镇人民政府»', due: 'ONGOING' },
      { path: '依申请公开', text: '规范办理政府信息公开申请。', units: 'L:县司法局', due: 'RECURRING' },
    ]);
    expect(reading.tasks.map((task) => task.leadOfficial)).toEqual(['某甲', '某甲', '某乙']);
  });

  it('values kept apart by semicolons, numbered by codes', () => {
    const reading = readingOf(
      '编号;工作事项;牵头单位;协同单位;办结时限\nZW-01;公开行政执法主体、权限、程序和结果。;市司法局;市级各行政执法部门;每年1月31日前\nZW-02;建设“政策计算器”，实现惠企政策精准匹配。;市数据局;市经济和信息化局;2025年8月\n',
    );
    expect(brief(reading)).toEqual([
      { path: '', text: '公开行政执法主体、权限、程序和结果。', units: 'L:市司法局 S:«市级各行政执法部门»', due: 'RECURRING' },
      { path: '', text: '建设“政策计算器”，实现惠企政策精准匹配。', units: 'L:市数据局 S:市经济和信息化局', due: 'BY_DATE 2025-08-31' },
    ]);
  });

  it('cells below a heading are no headings of a record, whatever words they share', () => {
    const reading = readingOf(
      '|**工作内容**|**具体要求**|**完成时限**|**责任股室**|\n|---|---|---|---|\n|政府采购公开|公开采购意向，不得晚于采购活动开始前30日。|采购活动开始前30日|采购监管股|\n|^|公开采购合同，方便社会监督。|采购合同签订后2个工作日内|采购监管股|\n',
    );
    expect(brief(reading)).toEqual([
      { path: '政府采购公开', text: '公开采购意向，不得晚于采购活动开始前30日。', units: 'R:采购监管股', due: 'RELATIVE' },
      { path: '政府采购公开', text: '公开采购合同，方便社会监督。', units: 'R:采购监管股', due: 'RELATIVE' },
    ]);
  });

  it('a unit that leads and is responsible stands once, as the lead', () => {
    const { tasks } = readingOf(
      '任务\t牵头单位\t责任单位\t时限\n推进公开，加强解读。\t市司法局\t市司法局、市发改局\t6月底\n培训干部，提升能力。\t市人社局\t市人社局\t年底',
    );
    expect(unitsOf(tasks[0])).toEqual(['L:市司法局', 'R:市发改局']);
    expect(tasks[0]?.responsibleText).toBe('市司法局、市发改局');
    expect(unitsOf(tasks[1])).toEqual(['L:市人社局']);
  });

  it('a table without a heading in columns of spaces is read by what its words are', () => {
    const at = [0, 5, 28, 42, 56];
    const row = (...cells: string[]): string => cells.reduce((line, cell, column) => line.padEnd(at[column] ?? 0) + cell, '');
    const lines = [
      '            2024年全县政务公开任务清单',
      '加强重点领域信息公开',
      row('', '推进财政预决算公开，集中展示县级部门', '县财政局、县审', '', '3月底前'),
      row(' 1', '预算、决算和“三公”经费。', '计局', '县级各部门'),
      row('', '公开义务教育招生方案、学区划分和录', '县教育体育局', '县司法局', '6月'),
      row(' 2', '取结果。'),
      row(' 3', '及时发布空气质量和饮用水水源水质。', '县生态环境局', '县水务局、县气', '每季度'),
      row('', '', '', '象局'),
      '夯实监督保障基础',
      row(' 4', '至少举办2期业务培训班。', '县政府办公室', '县人力资源和社', '11月底'),
      row('', '', '', '会保障局'),
    ];
    expect(brief(readingOf(lines.join('\n')))).toEqual([
      {
        path: '加强重点领域信息公开',
        text: '推进财政预决算公开，集中展示县级部门预算、决算和“三公”经费。',
        units: 'R:县财政局 R:县审计局 R:«县级各部门»',
        due: 'BY_DATE 2024-03-31',
      },
      {
        path: '加强重点领域信息公开',
        text: '公开义务教育招生方案、学区划分和录取结果。',
        units: 'R:县教育体育局 R:县司法局',
        due: 'BY_DATE 2024-06-30',
      },
      {
        path: '加强重点领域信息公开',
        text: '及时发布空气质量和饮用水水源水质。',
        units: 'R:县生态环境局 R:县水务局 R:县气象局',
        due: 'RECURRING',
      },
      {
        path: '夯实监督保障基础',
        text: '至少举办2期业务培训班。',
        units: 'R:县政府办公室 R:县人力资源和社会保障局',
        due: 'BY_DATE 2024-11-30',
      },
    ]);
  });

  it('columns of spaces that set no duties are no table of tasks', () => {
    const row = (at: number): string =>
      ` ${at}   县第${at}中学招生办公室      县城解放路${at}号行政楼二楼东侧      县教育体育局      3月${at}日`;
    const reading = readingOf(['     2024年招生咨询地点', ...[1, 2, 3, 4, 5, 6, 7, 8].map(row)].join('\n'));
    expect(reading.tasks).toEqual([]);
  });

  it('a column of tasks under a heading that is none of the usual ones', () => {
    const reading = readingOf('责任单位\t序号\t承担任务\t完成时限\n市民政局\t1\t公开救助标准\t每月\n市教育局\t2\t公开招生政策\t5月底\n');
    expect(brief(reading)).toEqual([
      { path: '', text: '公开救助标准', units: 'R:市民政局', due: 'RECURRING' },
      { path: '', text: '公开招生政策', units: 'R:市教育局', due: 'BY_DATE' },
    ]);
  });

  it('a form for each task whose label is counted', () => {
    const reading = readingOf(
      '2025年政务公开任务书\n\n| 任务1 | 编制政务公开专区服务指南 |\n| 牵头单位 | 区政务服务局 |\n| 参与单位 | 各街道 |\n| 时间要求 | 第三季度 |\n',
    );
    expect(brief(reading)).toEqual([
      { path: '', text: '编制政务公开专区服务指南', units: 'L:区政务服务局 S:«各街道»', due: 'BY_DATE 2025-09-30' },
    ]);
  });

  it('a table without a heading is read by what its cells are', () => {
    expect(
      brief(
        readingOf(
          '2021年工作任务分工\n\n1\t编制目录\t各乡镇要编制完成本级事项标准目录，并向社会公布。\t各乡镇人民政府\t2021年6月底前\n2\t设立专区\t在政务大厅设立政务公开专区，配备查询设备。\t县行政审批局\t2021年10月底前\n',
        ),
      ),
    ).toEqual([
      {
        path: '编制目录',
        text: '各乡镇要编制完成本级事项标准目录，并向社会公布。',
        units: 'R:«各乡镇人民政府»',
        due: 'BY_DATE 2021-06-30',
      },
      { path: '设立专区', text: '在政务大厅设立政务公开专区，配备查询设备。', units: 'R:县行政审批局', due: 'BY_DATE 2021-10-31' },
    ]);
  });

  it('a heading of five columns over rows of six, rows with a leading cell too few', () => {
    const reading = readingOf(
      '序号\t工作任务\t重点工作任务\t责任单位\t完成时限\n1\t平台建设\t门户网站\t优化首页布局，提升检索功能。\t区大数据局\t5月底\n\t整合政务新媒体，清理僵尸账号。\t区网信办\t6月底\n\t\t专栏\t规范设置公开专栏，及时更新内容。\t各镇（街道）\t全年\n',
    );
    expect(brief(reading).map(({ path, text }) => [path, text])).toEqual([
      ['平台建设 > 门户网站', '优化首页布局，提升检索功能。'],
      ['平台建设 > 门户网站', '整合政务新媒体，清理僵尸账号。'],
      ['平台建设 > 专栏', '规范设置公开专栏，及时更新内容。'],
    ]);
    expect(reading.tasks.map((task) => task.printedNumber)).toEqual(['1', '1', '1']);
  });

  it('indicator tables: three levels, scores in the cells and in a column', () => {
    const reading = readingOf(
      '2023年度考核指标\n一级指标\t二级指标\t三级指标\t分值\t评分标准\t责任单位\n主动公开（50分）\t法定内容（30分）\t机构职能\t10\t及时公开机构职能、领导信息，未更新的每项扣1分。\t区级各部门\n\t\t规范性文件\t20\t集中公开现行有效文件，标注有效性。\t区司法局\n\t解读回应 20分\t政策解读。\t20\t解读率达到100%，每缺1件扣2分。\t区级各部门\n',
    );
    expect(reading.tasks.map((task) => task.categoryPath)).toEqual([
      ['主动公开', '法定内容', '机构职能'],
      ['主动公开', '法定内容', '规范性文件'],
      ['主动公开', '解读回应', '政策解读'],
    ]);
    expect(reading.tasks[2]?.deadline.kind).toBe('NONE');
  });
});

describe('rows', () => {
  it('section rows are categories, remark and sum rows are no tasks', () => {
    const reading = readingOf(
      '序号\t工作内容\t牵头单位\t责任单位\t完成时限\t分值\n一、重点领域（40分）\t\t\t\t\t\n（一）财政\t\t\t\t\t\n1\t公开预决算、专项资金等信息。\t市财政局\t各预算单位\t2025年3月31日前\t20\n（二）国资\t\t\t\t\t\n2\t公开国企改革和监管信息。\t市国资委\t市属企业\t每季度\t20\n二、政策解读（30分）\t\t\t\t\t\n3\t重要政策100%解读，比例不低于60%。\t市政府办公室\t市直各部门\t全年\t30\n合计\t\t\t\t\t70\n备注：时限以通知为准。\t\t\t\t\t\n',
    );
    expect(reading.tasks.map((task) => task.categoryPath)).toEqual([['重点领域', '财政'], ['重点领域', '国资'], ['政策解读']]);
    expect(reading.plan.remarks).toEqual(['备注：时限以通知为准。']);
  });

  it('a task’s own number leaves its text, a category’s number stands for tasks without one', () => {
    const reading = readingOf(
      '主要任务\t工作举措\t责任单位\t协办单位\t时限\n一、主动公开\t1.公开保障房分配信息。\t住建局\t财政局\t2022年6月底\n\t2.公开征地补偿信息。\t自然资源局\t\t及时\n二、监督保障\t组织业务培训不少于1次。\t政府办公室\t—\t2022年底前\n',
    );
    expect(reading.tasks.map((task) => [task.printedNumber, task.text])).toEqual([
      ['1', '公开保障房分配信息。'],
      ['2', '公开征地补偿信息。'],
      ['二', '组织业务培训不少于1次。'],
    ]);
    expect(unitsOf(reading.tasks[0])).toEqual(['R:住建局', 'S:财政局']);
    expect(unitsOf(reading.tasks[1])).toEqual(['R:自然资源局']);
  });

  it('one cell a line without tabs, rows told by their numbers; CRLF, no last line end', () => {
    const text =
      '某县2022年政务公开工作任务清单\n序号\n工作任务\n责任单位\n完成时限\n1\n推进文件集中统一公开，健全更新机制。\n县司法局、县政府办公室\n2022年8月底前\n2\n做好疫情防控信息公开。\n县卫生健康局\n持续推进';
    expect(brief(readingOf(text.replace(/\n/g, '\r\n')))).toEqual([
      { path: '', text: '推进文件集中统一公开，健全更新机制。', units: 'R:县司法局 R:县政府办公室', due: 'BY_DATE 2022-08-31' },
      { path: '', text: '做好疫情防控信息公开。', units: 'R:县卫生健康局', due: 'ONGOING' },
    ]);
  });

  it('one cell a line without tabs, merged cells left out', () => {
    const text =
      '2022年任务清单\n\n序号\n重点任务\n任务内容\n责任单位\n完成时限\n\n1\n主动公开\n公开规划信息，推进成果公开。\n市自然资源局\n6月底\n\n公开政府债务信息。\n市财政局\n12月底\n\n2\n依申请公开\n规范答复文书，提高质量。\n市司法局\n长期坚持\n';
    expect(brief(readingOf(text)).map(({ path, units, due }) => [path, units, due])).toEqual([
      ['主动公开', 'R:市自然资源局', 'BY_DATE 2022-06-30'],
      ['主动公开', 'R:市财政局', 'BY_DATE 2022-12-31'],
      ['依申请公开', 'R:市司法局', 'ONGOING'],
    ]);
  });

  it('bytes of GB18030, numbers of categories and of tasks in one table', () => {
    const text =
      '宁德市2023年政务公开工作主要任务分解表\n序号\t主要任务\t具体要求\t责任部门\t时间要求\n1\t一、夯实基础\t（一）动态调整目录，规范公开内容。\t市直各单位\t2023年7月底前\n\t\t（二）健全审查机制。\t市直各单位\t持续推进\n2\t二、强化解读\t（三）解读率达100%。\t市政府办公室牵头，市直有关单位配合\t2023年12月底前\n';
    const reading = readingOf(iconv.encode(text, 'gb18030'));
    expect(reading.source.encoding).toBe('gb18030');
    expect(reading.tasks.map((task) => [task.printedNumber, task.categoryPath[0], task.text])).toEqual([
      ['（一）', '夯实基础', '动态调整目录，规范公开内容。'],
      ['（二）', '夯实基础', '健全审查机制。'],
      ['（三）', '强化解读', '解读率达100%。'],
    ]);
    expect(unitsOf(reading.tasks[2])).toEqual(['L:市政府办公室', 'S:«市直有关单位»']);
  });

  it('section rows as many as the tasks under them', () => {
    const reading = readingOf(
      '2024年任务分解表\n序号\t工作任务\t责任单位\t完成时限\n一\t主动公开\t\t\n1\t公开规划信息，做好解读。\t市发改局\t6月底\n二\t政策解读\t\t\n2\t解读重要政策，回应关切。\t市司法局\t9月底\n',
    );
    expect(brief(reading)).toEqual([
      { path: '主动公开', text: '公开规划信息，做好解读。', units: 'R:市发改局', due: 'BY_DATE 2024-06-30' },
      { path: '政策解读', text: '解读重要政策，回应关切。', units: 'R:市司法局', due: 'BY_DATE 2024-09-30' },
    ]);
    expect(reading.tasks.map((task) => task.printedNumber)).toEqual(['1', '2']);
  });

  it('a row of signatures with names in cells of their own is no task', () => {
    const reading = readingOf(
      '2024年任务分解表\n序号\t工作任务\t责任单位\t完成时限\n1\t公开规划信息，做好解读。\t市发改局\t6月底\n2\t解读重要政策，回应关切。\t市司法局\t9月底\n填报人：\t某甲\t审核人：\t某乙\n',
    );
    expect(reading.tasks).toHaveLength(2);
    expect(reading.plan.remarks).toEqual([]);
  });

  it('labels of a form leave the text, codes of indicators the category', () => {
    const reading = readingOf(
      '2024年任务分解表\n一级指标\t工作任务\t责任单位\t完成时限\nA1 主动公开\t主要措施：公开规划信息，做好解读。\t市发改局\t6月底\nB12政策解读\t工作内容：解读重要政策，回应关切。\t市司法局\t9月底\n',
    );
    expect(brief(reading).map(({ path, text }) => [path, text])).toEqual([
      ['主动公开', '公开规划信息，做好解读。'],
      ['政策解读', '解读重要政策，回应关切。'],
    ]);
  });
});

describe('rows that a copy broke', () => {
  it('a line break in the last cell, rows without their merged leading cells, bodies kept apart by white space', () => {
    const text =
      '2023年重点任务清单\n1\t主动公开\t推进重大项目信息公开。\t市发改局 市住建局\t6月底\n推进财政信息公开，公开预决算。\t市财政局\t9月底\n2\t强化解读\t严格落实“三同步”要求。\t市政府办\t长期坚持\n解读比例达到80%以上。\t市级各部门\t长期坚持\n';
    expect(brief(readingOf(text)).map(({ path, units, due }) => [path, units, due])).toEqual([
      ['主动公开', 'R:市发改局 R:市住建局', 'BY_DATE 2023-06-30'],
      ['主动公开', 'R:市财政局', 'BY_DATE 2023-09-30'],
      ['强化解读', 'R:市政府办', 'ONGOING'],
      ['强化解读', 'R:«市级各部门»', 'ONGOING'],
    ]);
    const broken =
      '2023年清单\n序号\t任务名称\t责任单位\n1\t建立公众参与机制，决策草案征求意见不少于30日\t市司法局\n市直各部门\n2\t完善办理流程\t市政府办公室\n';
    expect(readingOf(broken).tasks.map((task) => unitsOf(task))).toEqual([['R:市司法局', 'R:«市直各部门»'], ['R:市政府办公室']]);
  });

  it('a time to begin beside a time to end, a grouping column with an unusual heading', () => {
    const text =
      '2023年推进计划\n阶段\t任务\t责任科室\t开始时间\t完成时间\n起步\t修订审核制度，明确流程。\t办公室\t2023年1月\t2023年3月31日前\n\t制定年度培训计划。\t人事科\t2023年2月\t2023年3月底\n';
    expect(brief(readingOf(text)).map(({ path, due }) => [path, due])).toEqual([
      ['起步', 'BY_DATE 2023-03-31'],
      ['起步', 'BY_DATE 2023-03-31'],
    ]);
  });
});

describe('documents with several tables', () => {
  it('tables under headings of their own take them as categories; Markdown', () => {
    const reading = readingOf(
      '# 2024年全区政务公开任务分工\n\n## 一、重点领域\n\n| 序号 | 工作任务 | 责任单位 | 完成时限 |\n| --- | --- | --- | --- |\n| 1 | 公开重大项目信息 | 区发改局 | 2024年9月底 |\n\n## 优化服务\n\n| 序号 | 工作任务 | 责任单位 | 完成时限 |\n|:---|:---:|---|---|\n| 2 | 建立政策文件库 | 区政府办公室 | 长期坚持 |\n',
    );
    expect(reading.tasks.map((task) => [task.printedNumber, task.categoryPath])).toEqual([
      ['1', ['重点领域']],
      ['2', ['优化服务']],
    ]);
  });

  it('a list of contacts is an annex and sets no tasks', () => {
    const { tasks, annexes } = readingOf(
      '2022年政务公开工作要点\n\n各乡镇：\n现印发给你们。\n\n附件：1.任务分工表\n2.联络员信息表\n\n甲县人民政府办公室\n2022年6月1日\n\n附件1\n2022年任务分工表\n序号\t重点任务\t责任单位\t完成时限\n1\t公开减税降费信息，编制汇编。\t县税务局\t9月底前\n2\t公开营商环境政策，发布案例。\t县发改局\t持续实施\n\n附件2\n联络员信息表\n序号\t单位\t姓名\t职务\t联系电话\n1\t县财政局\t某甲\t股长\t1234567\n2\t县税务局\t某乙\t科员\t7654321\n',
    );
    expect(tasks).toHaveLength(2);
    expect(annexes.map(({ number, title, kind, entries }) => [number, title, kind, entries.length])).toEqual([
      ['1', '2022年任务分工表', 'TASK_TABLE', 0],
      ['2', '联络员信息表', 'CATALOGUE', 2],
    ]);
  });
});

describe('merged cells that the source tells', () => {
  const cell = (text: string, column: number, rowSpan = 1, colSpan = 1): TableCell => ({ text, column, rowSpan, colSpan });
  const rows: TableCell[][] = [
    [cell('2024年任务分解表', 0, 1, 6)],
    [cell('序号', 0, 2), cell('工作任务', 1, 2, 2), cell('责任单位', 3, 1, 2), cell('完成时限', 5, 2)],
    [cell('牵头单位', 3), cell('配合单位', 4)],
    [
      cell('1', 0, 2),
      cell('主动公开', 1, 2),
      cell('公开规划实施情况，加强解读。', 2),
      cell('市发改局', 3, 2),
      cell('市财政局', 4),
      cell('6月底', 5, 2),
    ],
    [cell('公开重大项目进展，定期更新。', 2), cell('', 4)],
    [cell('二、保障措施', 0, 1, 6)],
    [cell('2', 0), cell('加强培训，每年不少于1次。', 1, 1, 2), cell('市政府办', 3), cell('市人社局', 4), cell('', 5)],
  ];
  const document: SourceDocumentModel = {
    mediaType: 'x',
    encoding: null,
    blocks: [
      {
        kind: 'table',
        position: { page: 1, sheet: null, row: null, line: null },
        rows: rows.map((cells, index) => ({ cells, position: { page: 1, sheet: null, row: index + 1, line: null } })),
      },
    ],
  };

  it('hold for the rows they cover; a blank cell beside them is blank', () => {
    const { plan, tasks } = parsePlan(document);
    expect(plan.title).toBe('2024年任务分解表');
    expect(tasks.map((task) => [task.categoryPath, task.text, unitsOf(task), task.deadline.dueOn, task.deadline.kind])).toEqual([
      [['主动公开'], '公开规划实施情况，加强解读。', ['L:市发改局', 'S:市财政局'], '2024-06-30', 'BY_DATE'],
      [['主动公开'], '公开重大项目进展，定期更新。', ['L:市发改局'], '2024-06-30', 'BY_DATE'],
      [['保障措施'], '加强培训，每年不少于1次。', ['L:市政府办', 'S:市人社局'], null, expect.any(String)],
    ]);
  });
});
