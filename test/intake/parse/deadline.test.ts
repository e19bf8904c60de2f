import * as fc from 'fast-check';
import { RRule } from 'rrule';
import { findDeadline, readDeadline, type ReadingContext } from '../../../src/intake/parse/deadline';
import type { DeadlineReading } from '../../../src/intake/reading';

const CONTEXT: ReadingContext = { year: 2023, issuedOn: '2023-04-24' };
type Expected = Partial<DeadlineReading> & Pick<DeadlineReading, 'kind'>;
type Case = [printed: string, expected: Expected];

const byDate = (dueOn: string, precision: DeadlineReading['precision'], thenOngoing = false): Expected => ({
  kind: 'BY_DATE',
  dueOn,
  precision,
  thenOngoing,
});
const recurring = (rrule: string, quota: number | null = null): Expected => ({ kind: 'RECURRING', rrule, quota, dueOn: null });
const relative = (trigger: string | null, duration: string | null, dayCount: DeadlineReading['dayCount'] = null): Expected => ({
  kind: 'RELATIVE',
  trigger,
  duration,
  dayCount,
  dueOn: null,
});
const TIMELY: Expected = { kind: 'TIMELY', dueOn: null };
const ONGOING: Expected = { kind: 'ONGOING', dueOn: null };
const AS_APPROPRIATE: Expected = { kind: 'AS_APPROPRIATE', dueOn: null };

const CELLS: Record<string, Case[]> = {
  'a day is that day': [
    ['8月31日', byDate('2023-08-31', 'DAY')],
    ['8月 31日', byDate('2023-08-31', 'DAY')],
    ['8月31日前', byDate('2023-08-31', 'DAY')],
    ['5月 31日', byDate('2023-05-31', 'DAY')],
    ['7月 31日', byDate('2023-07-31', 'DAY')],
    ['9月30日', byDate('2023-09-30', 'DAY')],
    ['10月31日', byDate('2023-10-31', 'DAY')],
    ['12月31日', byDate('2023-12-31', 'DAY')],
    ['8月31日24时前', byDate('2023-08-31', 'DAY')],
    ['截至2023年8月31日', byDate('2023-08-31', 'DAY')],
    ['2023.8.31', byDate('2023-08-31', 'DAY')],
    ['2023-08-31', byDate('2023-08-31', 'DAY')],
    ['2023/8/31', byDate('2023-08-31', 'DAY')],
    ['2023-08-31 00:00:00', byDate('2023-08-31', 'DAY')],
    ['20230831', byDate('2023-08-31', 'DAY')],
    ['8.31', byDate('2023-08-31', 'DAY')],
    ['８月３１日', byDate('2023-08-31', 'DAY')],
    ['八月三十一日', byDate('2023-08-31', 'DAY')],
    ['8月31号', byDate('2023-08-31', 'DAY')],
  ],
  'a month is its last day': [
    ['2022年12月', byDate('2022-12-31', 'MONTH')],
    ['2021年12月', byDate('2021-12-31', 'MONTH')],
    ['2023年8月底', byDate('2023-08-31', 'MONTH')],
    ['2023年 8\n月底', byDate('2023-08-31', 'MONTH')],
    ['12月底前', byDate('2023-12-31', 'MONTH')],
    ['9月份', byDate('2023-09-30', 'MONTH')],
    ['2024年2月底', byDate('2024-02-29', 'MONTH')],
    ['2023年2月底', byDate('2023-02-28', 'MONTH')],
    ['二〇二三年八月底', byDate('2023-08-31', 'MONTH')],
    ['2023.8', byDate('2023-08-31', 'MONTH')],
    ['23年8月', byDate('2023-08-31', 'MONTH')],
    ['1.8月底前', byDate('2023-08-31', 'MONTH')],
  ],
  'a third of a month is its last day, to the day': [
    ['12月上旬', byDate('2023-12-10', 'DAY')],
    ['12月中旬', byDate('2023-12-20', 'DAY')],
    ['2月下旬', byDate('2023-02-28', 'DAY')],
  ],
  'a five-year plan ends with its last year': [['“十四五”末', byDate('2025-12-31', 'YEAR')]],
  'a year is its last day': [
    ['2023年底', byDate('2023-12-31', 'YEAR')],
    ['2023年年底前', byDate('2023-12-31', 'YEAR')],
    ['年底前', byDate('2023-12-31', 'YEAR')],
    ['2023年内', byDate('2023-12-31', 'YEAR')],
    ['年内', byDate('2023-12-31', 'YEAR')],
    ['本年度', byDate('2023-12-31', 'YEAR')],
    ['2023年', byDate('2023-12-31', 'YEAR')],
    ['今年年底前', byDate('2023-12-31', 'YEAR')],
  ],
  'a quarter and a half-year end with their last month': [
    ['三季度', byDate('2023-09-30', 'QUARTER')],
    ['第三季度末', byDate('2023-09-30', 'QUARTER')],
    ['2023年第一季度', byDate('2023-03-31', 'QUARTER')],
    ['上半年', byDate('2023-06-30', 'HALF_YEAR')],
    ['2023年下半年', byDate('2023-12-31', 'HALF_YEAR')],
  ],
  'a range is due at its end': [
    ['3月至6月', byDate('2023-06-30', 'MONTH')],
    ['3月—6月', byDate('2023-06-30', 'MONTH')],
    ['3-6月', byDate('2023-06-30', 'MONTH')],
    ['2023年3月—2024年6月', byDate('2024-06-30', 'MONTH')],
    ['2023年9月至次年2月', byDate('2024-02-29', 'MONTH')],
    ['10月1日至10月31日', byDate('2023-10-31', 'DAY')],
    ['10月1日-15日', byDate('2023-10-15', 'DAY')],
    ['2021-2025年', byDate('2025-12-31', 'YEAR')],
  ],
  'next year is the year after the plan’s': [
    ['明年1月31日前', byDate('2024-01-31', 'DAY')],
    ['次年1月31日前', byDate('2024-01-31', 'DAY')],
  ],
  'a dated duty may go on': [
    ['2022年6月并长期坚持', byDate('2022-06-30', 'MONTH', true)],
    ['2021年12月并长期坚持', byDate('2021-12-31', 'MONTH', true)],
    ['2022年12月并长期坚持。', byDate('2022-12-31', 'MONTH', true)],
    ['6月底前完成，并长期坚持', byDate('2023-06-30', 'MONTH', true)],
    ['2023年12月底前完成，之后每季度更新', byDate('2023-12-31', 'MONTH', true)],
    ['持续推进，2023年底前完成', byDate('2023-12-31', 'YEAR', false)],
  ],
  'the day a duty begins and the day it is reported are not its deadline': [
    ['2023年8月底前启动，12月底前完成', byDate('2023-12-31', 'MONTH')],
    ['长期坚持（每年12月底前报送总结)', ONGOING],
    ['2023年12月底前完成，每季度报送进展', byDate('2023-12-31', 'MONTH')],
    ['12月10日前报送', byDate('2023-12-10', 'DAY')],
  ],
  'a timely duty': ['及时公开', '及时', '立即', '即时', '实时', '随时', '信息形成后及时公开', '按规定及时公开'].map((printed): Case => [
    printed,
    TIMELY,
  ]),
  'a duty without an end': [
    '长期坚持',
    '持续推进',
    '常态化推进',
    '长期',
    '全年',
    '2023年全年',
    '2023年持续推进',
    '2023年5月-长期',
    '即日起长期坚持',
    '不间断',
  ].map((printed): Case => [printed, ONGOING]),
  'a duty as appropriate': ['适时完成', '适时办理', '适时', '按要求', '按规定时限', '按上级要求', '按省政府办公厅部署', '不定期'].map(
    (printed): Case => [printed, AS_APPROPRIATE],
  ),
  'a rhythm is a recurrence rule': [
    ['每月5日前', recurring('FREQ=MONTHLY;BYMONTHDAY=5')],
    ['每月10日、20日前', recurring('FREQ=MONTHLY;BYMONTHDAY=10,20')],
    ['次月10日前', recurring('FREQ=MONTHLY;BYMONTHDAY=10')],
    ['每季度末', recurring('FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1')],
    ['每季度末月25日前', recurring('FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=25')],
    ['每季度末25日前', recurring('FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=25')],
    ['每季度第一个月10日前', recurring('FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10')],
    ['每季度', recurring('FREQ=MONTHLY;INTERVAL=3')],
    ['按季度', recurring('FREQ=MONTHLY;INTERVAL=3')],
    ['每年1月31日前', recurring('FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31')],
    ['每年6月底、12月底前', recurring('FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1')],
    ['每年年底', recurring('FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31')],
    ['每年底前', recurring('FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31')],
    ['每半年', recurring('FREQ=MONTHLY;INTERVAL=6')],
    ['每两年', recurring('FREQ=YEARLY;INTERVAL=2')],
    ['每周', recurring('FREQ=WEEKLY')],
    ['每周星期五前', recurring('FREQ=WEEKLY;BYDAY=FR')],
    ['季末', recurring('FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1')],
    ['每季度结束后10日内', recurring('FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10')],
    ['自2023年5月起，每月5日前', recurring('FREQ=MONTHLY;BYMONTHDAY=5')],
    ['每周五前', recurring('FREQ=WEEKLY;BYDAY=FR')],
    ['每年至少1次', recurring('FREQ=YEARLY', 1)],
    ['每半年1次', recurring('FREQ=MONTHLY;INTERVAL=6', 1)],
    ['一年两次', recurring('FREQ=YEARLY', 2)],
    ['全年不少于4次', recurring('FREQ=YEARLY', 4)],
  ],
  'several days in one cell are a rhythm': [
    ['6月30日、12月31日', recurring('FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1')],
    ['5月20日、11月20日', recurring('FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=20')],
    ['3、6、9、12月底前', recurring('FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1')],
    ['3月15日、9月20日', recurring('FREQ=YEARLY;BYYEARDAY=-292,-103')],
    ['8月15日、20日', recurring('FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15,20')],
    ['第一季度、第三季度', recurring('FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1')],
  ],
  'a span from an event is relative': [
    ['批复后20个工作日内', relative('批复', 'P20D', 'WORKING')],
    ['形成或变更之日起20个工作日内', relative('形成或变更', 'P20D', 'WORKING')],
    ['自信息形成或者变更之日起20个工作日内', relative('信息形成或者变更', 'P20D', 'WORKING')],
    ['征求意见结束后，1个月内', relative('征求意见结束', 'P1M', 'CALENDAR')],
    ['印发后5日内', relative('印发', 'P5D', 'CALENDAR')],
    ['1个月内', relative(null, 'P1M', 'CALENDAR')],
    ['半年内', relative(null, 'P6M', 'CALENDAR')],
    ['两周内', relative(null, 'P2W', 'CALENDAR')],
    ['20个工作日', relative(null, 'P20D', 'WORKING')],
    ['信息形成或变更20个工作日内', relative('信息形成或变更', 'P20D', 'WORKING')],
    ['突发事件发生后24小时内', relative('突发事件发生', 'PT24H', 'CALENDAR')],
    ['会议结束后', relative('会议结束', null)],
    ['24小时内', relative(null, 'PT24H', 'CALENDAR')],
    ['会议召开前', relative('会议召开', null)],
    ['会议召开3日前', relative('会议召开', '-P3D', 'CALENDAR')],
  ],
  'a cell that prints none': [
    ['/', { kind: 'NONE' }],
    ['—', { kind: 'NONE' }],
    ['无', { kind: 'NONE' }],
  ],
};

describe('readDeadline', () => {
  for (const [rule, cases] of Object.entries(CELLS)) {
    test.each(cases)(`${rule}: %s`, (printed, expected) => {
      const { deadline, problems } = readDeadline(printed, CONTEXT);
      expect(deadline).toMatchObject(expected);
      expect(deadline.text).toBe(printed.replace(/\s/g, ''));
      expect(problems).toEqual([]);
    });
  }

  test.each(['各环节前', '13月31日', '2023年初', '见附件'])('what cannot be read keeps its text and has a problem: %s', (printed) => {
    const { deadline, problems } = readDeadline(printed, CONTEXT);
    expect(deadline).toMatchObject({ kind: 'NONE', text: printed });
    expect(problems).toMatchObject([{ severity: 'WARNING', code: 'DEADLINE_UNREAD', at: null }]);
  });

  test.each(['2月30日', '2月29日', '2023年4月31日前'])('a day that does not exist is a problem and no date: %s', (printed) => {
    const { deadline, problems } = readDeadline(printed, CONTEXT);
    expect(deadline).toMatchObject({ kind: 'BY_DATE', dueOn: null, text: printed });
    expect(problems).toMatchObject([{ code: 'DEADLINE_DATE_INVALID' }]);
  });

  test.each(['8月31日', '年底前', '明年1月底'])('a day without a known year has no date and a problem: %s', (printed) => {
    const { deadline, problems } = readDeadline(printed, { year: null, issuedOn: null });
    expect(deadline).toMatchObject({ kind: 'BY_DATE', dueOn: null });
    expect(problems).toMatchObject([{ severity: 'WARNING', code: 'DEADLINE_YEAR_UNKNOWN' }]);
  });

  test('the year of issue serves where the plan names none', () => {
    expect(readDeadline('8月底', { year: null, issuedOn: '2021-11-11' }).deadline.dueOn).toBe('2021-08-31');
  });

  test.each([null, '', ' \n'])('nothing printed is no deadline and no problem: %j', (printed) => {
    expect(readDeadline(printed, CONTEXT)).toMatchObject({ deadline: { text: null, kind: 'NONE' }, problems: [] });
  });

  test('days of several years in one cell are read as every year’s, with a problem', () => {
    const { deadline, problems } = readDeadline('2023年12月底前、2024年6月底前', CONTEXT);
    expect(deadline).toMatchObject({ kind: 'RECURRING', rrule: 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1' });
    expect(problems).toMatchObject([{ code: 'DEADLINE_NOT_ONE_RULE' }]);
  });

  test('a rule by day of the year holds in leap years too', () => {
    const rule = RRule.parseString(readDeadline('3月15日、9月20日', CONTEXT).deadline.rrule!);
    const days = new RRule({ ...rule, dtstart: new Date(Date.UTC(2023, 0, 1)), count: 4 }).all();
    expect(days.map((day) => day.toISOString().slice(0, 10))).toEqual(['2023-03-15', '2023-09-20', '2024-03-15', '2024-09-20']);
  });
});

const SENTENCES: Record<string, [text: string, expected: Partial<DeadlineReading> | null][]> = {
  'a date in a sentence': [
    [
      '及时公布清理结果，8月底前实现现行有效行政规范性文件统一查询，未公开的不得作为行政管理依据。',
      { kind: 'BY_DATE', dueOn: '2023-08-31', precision: 'MONTH', text: '8月底前' },
    ],
    [
      '市级有关部门（单位）要于 2023年 8月底前完成对重大建设项目等领域的抽查检查。',
      { kind: 'BY_DATE', dueOn: '2023-08-31', text: '2023年8月底前' },
    ],
    ['动态调整基层政务公开事项目录，并于 2023 年 7 月底前在政府门户网站公开。', { kind: 'BY_DATE', dueOn: '2023-07-31' }],
    ['加快适老化与无障碍改造，2023\n年底前实现一级标准率达到 100%。', { kind: 'BY_DATE', dueOn: '2023-12-31', precision: 'YEAR' }],
    ['到2025年，政务公开标准覆盖率达到95%。', { kind: 'BY_DATE', dueOn: '2025-12-31', precision: 'YEAR' }],
    ['12月31日完成验收。', { kind: 'BY_DATE', dueOn: '2023-12-31' }],
  ],
  'of several dates the latest': [['6月底前完成自查，10月底前完成整改。', { kind: 'BY_DATE', dueOn: '2023-10-31', text: '10月底前' }]],
  'a day of reporting upward does not count': [
    ['制定具体工作方案于2023年11月30日前报市政府办公室（政府304室）备案。', null],
    ['于2023年6月底前报送工作推进情况，年底前形成工作报告并向社会公开。', { kind: 'BY_DATE', dueOn: '2023-12-31', text: '年底前' }],
    ['8月31日前，各单位要将自查报告报送市政府办公室。', null],
    ['每季度上报工作开展情况，每年度形成工作报告并向社会公开。', { kind: 'RECURRING', rrule: 'FREQ=YEARLY' }],
  ],
  'a rhythm with its quota': [
    [
      '纳入督查监管，每年至少开展 1次专项检查，对工作不落实的，依法依规严肃查处。',
      { kind: 'RECURRING', rrule: 'FREQ=YEARLY', quota: 1, text: '每年至少开展1次' },
    ],
    [
      '主要负责同志每半年听取工作情况汇报不少于1次，专题研究部署推进工作。',
      { kind: 'RECURRING', rrule: 'FREQ=MONTHLY;INTERVAL=6', quota: 1 },
    ],
    ['每年1月31日前公布政府信息公开工作年度报告。', { kind: 'RECURRING', rrule: 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31' }],
  ],
  'a span from an event': [
    [
      '决策过程中公开征求群众意见结束后，1 个月内发布意见采纳情况。',
      { kind: 'RELATIVE', trigger: '决策过程中公开征求群众意见结束', duration: 'P1M' },
    ],
    ['自政府信息形成之日起20个工作日内予以公开。', { kind: 'RELATIVE', trigger: '政府信息形成', duration: 'P20D', dayCount: 'WORKING' }],
  ],
  'no deadline': [
    ['及时公开人大代表建议和政协委员提案办理结果，长期坚持。', null],
    ['通报半年、全年工作开展情况。', null],
    ['落实《关于2023年工作要点的通知》（川办函〔2022〕89号）要求。', null],
    ['对近3年内制发的文件全面清理。', null],
    ['自2023年5月1日起施行。', null],
    ['在12345热线、“十四五”规划专栏公开。', null],
  ],
};

describe('findDeadline', () => {
  for (const [rule, cases] of Object.entries(SENTENCES)) {
    test.each(cases)(`${rule}: %s`, (text, expected) => {
      const found = findDeadline(text, CONTEXT);
      if (expected === null) expect(found).toBeNull();
      else expect(found).toMatchObject(expected);
    });
  }
});

const FRAGMENTS = [
  '2023年',
  '8月',
  '31日',
  '底',
  '前',
  '每',
  '季度',
  '年',
  '末',
  '、',
  '至',
  '并长期坚持',
  '二〇二四年',
  '十二月',
  '个工作日内',
  '批复后',
  '20',
  '１',
  '及时',
  '。',
  '（',
  '上半年',
  '报送',
  '次',
  '2月30日',
  '.',
  '/',
  '-',
  '第三',
  '明年',
  '每月',
];
const wording = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 10 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const context = fc.record({
  year: fc.option(fc.integer({ min: 2000, max: 2060 })),
  issuedOn: fc.constantFrom(null, '2023-04-24', '2024-02-29'),
});

function isSound(deadline: DeadlineReading): void {
  if (deadline.dueOn !== null) expect(new Date(`${deadline.dueOn}T00:00:00Z`).toISOString().slice(0, 10)).toBe(deadline.dueOn);
  expect(deadline.dueOn === null || deadline.kind === 'BY_DATE').toBe(true);
  expect((deadline.rrule !== null) === (deadline.kind === 'RECURRING')).toBe(true);
  if (deadline.rrule !== null) expect(new RRule({ ...RRule.parseString(deadline.rrule), count: 1 }).all()).toHaveLength(1);
  if (deadline.duration !== null) expect(deadline.duration).toMatch(/^-?P(?:T\d+[HM]|\d+[DWMY])$/);
}

describe('any wording', () => {
  test('is read without an exception, keeps its text and gives sound values', () => {
    fc.assert(
      fc.property(wording, context, (text, known) => {
        const { deadline, problems } = readDeadline(text, known);
        isSound(deadline);
        expect(deadline.text ?? '').toBe(text.replace(/[\s\u0085\u200b-\u200d\u2060\ufeff]+/g, ''));
        for (const problem of problems) expect(problem.message).not.toBe('');
        const found = findDeadline(text, known);
        if (found) isSound(found);
      }),
      { numRuns: 3000 },
    );
  });

  test('means the same wherever white space breaks it', () => {
    fc.assert(
      fc.property(wording, fc.constantFrom(' ', '\n', '\u3000', '\u2028', ' \n '), (text, space) => {
        const broken = [...text].join(space);
        expect(readDeadline(broken, CONTEXT)).toEqual(readDeadline(text, CONTEXT));
        expect(findDeadline(broken, CONTEXT)).toEqual(findDeadline(text, CONTEXT));
      }),
      { numRuns: 1000 },
    );
  });
});
