import { readingOf } from './reading-of';

const BODY = '一、重点任务\n1.公开规划信息。（责任单位：市发改局）\n2.公开财政信息。（责任单位：市财政局）\n';

describe('title and kind', () => {
  it.each([
    ['2024年全县政务公开工作要点', 'KEY_POINTS'],
    ['2023年全区政务公开工作要点分工表', 'ASSIGNMENT_TABLE'],
    ['2023年政务公开重点工作责任分解表', 'ASSIGNMENT_TABLE'],
    ['盐城市2022年政务公开重点工作安排', 'WORK_ARRANGEMENT'],
    ['2021年政务公开工作任务安排', 'WORK_ARRANGEMENT'],
    ['关于进一步深化政务公开的实施方案', 'IMPLEMENTATION_PLAN'],
    ['2022年政务公开工作计划', 'OTHER'],
  ])('%s is %s', (title, kind) => {
    expect(readingOf(`${title}\n\n${BODY}`).plan).toMatchObject({ title, kind });
  });

  it('the plan that a notice issues is named without the notice, however the title is broken', () => {
    const text = `某州人民政府办公室\n关于印发《2024 年全州政务\n公开工作要点》的\n\n通  知\n州政办函【2024】 12 号\n\n各县市人民政府：\n\n现印发给你们。\n\n某州人民政府办公室\n2024年3月1日\n\n2024年全州政务公开工作要点\n\n${BODY}`;
    expect(readingOf(text).plan).toMatchObject({
      title: '2024年全州政务公开工作要点',
      documentNumber: '州政办函〔2024〕12号',
      issuer: '某州人民政府办公室',
      issuedOn: '2024-03-01',
      year: 2024,
    });
  });

  it('a title in one line without title marks, a title that keeps its own marks', () => {
    expect(readingOf(`乙县人民政府办公室关于印发乙县2022年政务公开工作要点的通知\n\n${BODY}`).plan).toMatchObject({
      title: '乙县2022年政务公开工作要点',
      issuer: '乙县人民政府办公室',
    });
    expect(readingOf(`丙区贯彻落实《2022年政务公开工作要点》任务分工表\n\n${BODY}`).plan.title).toBe(
      '丙区贯彻落实《2022年政务公开工作要点》任务分工表',
    );
  });

  it('a title row inside the table is the title where none stands above it', () => {
    expect(
      readingOf(
        '2024年工作任务分解表\t\t\n任务\t责任单位\t完成时限\n公开规划，做好解读。\t市发改局\t6月底\n培训干部，提升能力。\t市人社局\t9月底',
      ).plan,
    ).toMatchObject({
      title: '2024年工作任务分解表',
      kind: 'ASSIGNMENT_TABLE',
      year: 2024,
    });
  });
});

describe('number, date, issuer', () => {
  it.each(['〔2023〕', '[2023]', '［2023］', '【2023】', '（2023）', '(2023)'])('the year in %s is put in 〔〕', (year) => {
    expect(readingOf(`2023年工作要点\n川府发${year}7号\n\n${BODY}`).plan.documentNumber).toBe('川府发〔2023〕7号');
  });

  it('a number that a sentence cites is not the document’s own', () => {
    expect(readingOf(`2023年工作要点\n\n根据川府发〔2023〕7号文件要求，制定本要点。\n${BODY}`).plan).toMatchObject({
      documentNumber: null,
      basis: [{ title: null, documentNumber: '川府发〔2023〕7号' }],
    });
  });

  it('a date in Chinese numerals, and a signature at the end', () => {
    expect(readingOf(`2023年工作要点\n\n${BODY}\n丁县人民政府\n二〇二三年四月二十日`).plan).toMatchObject({
      issuer: '丁县人民政府',
      issuedOn: '2023-04-20',
    });
  });

  it('what a web page prints above the text', () => {
    const text = `发布机构：戊区人民政府办公室\n发文字号：戊政办〔2022〕3号\n成文日期：2022-05-06\n\n2022年政务公开工作要点\n\n${BODY}`;
    expect(readingOf(text).plan).toMatchObject({
      title: '2022年政务公开工作要点',
      issuer: '戊区人民政府办公室',
      documentNumber: '戊政办〔2022〕3号',
      issuedOn: '2022-05-06',
    });
  });

  it('what is not printed is null, and said to be missing', () => {
    const { plan, problems } = readingOf(BODY);
    expect(plan).toMatchObject({ title: null, issuer: null, issuedOn: null, year: null, documentNumber: null });
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['TITLE_MISSING', 'YEAR_UNKNOWN', 'ISSUER_MISSING']));
  });
});

describe('basis, remarks, disclosure', () => {
  const text = `2024年工作要点\n\n为贯彻落实《甲省关于〈政务公开条例〉的实施意见》（甲政发〔2024〕1号）和《2024年甲省政务公开工作要点》精神，结合《2024年工作要点》，制定本要点。\n\n一、重点任务\n1.落实《关于加强新媒体管理的通知》（甲办〔2022〕89号）要求。（责任单位：市网信办）\n\n备注：时限另有规定的从其规定。\n\n信息公开选项：依申请公开\n`;

  it('titles cited as ground in the opening; not those inside a task, nor the plan itself', () => {
    expect(readingOf(text).plan.basis).toEqual([
      { title: '甲省关于〈政务公开条例〉的实施意见', documentNumber: '甲政发〔2024〕1号' },
      { title: '2024年甲省政务公开工作要点', documentNumber: null },
    ]);
  });

  it('the remark and the disclosure attribute are kept and are no task', () => {
    const { plan, tasks } = readingOf(text);
    expect(plan).toMatchObject({ remarks: ['备注：时限另有规定的从其规定。'], disclosure: '依申请公开' });
    expect(tasks).toHaveLength(1);
  });
});
