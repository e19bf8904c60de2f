import { readDeadline, type ReadingContext } from '../../../src/intake/parse/deadline';
import type { DeadlineReading } from '../../../src/intake/reading';

const CONTEXT: ReadingContext = { year: 2023, issuedOn: '2023-04-24' };
type Expected = Partial<DeadlineReading> & Pick<DeadlineReading, 'kind'>;

const byDate = (dueOn: string, precision: DeadlineReading['precision']): Expected => ({ kind: 'BY_DATE', dueOn, precision });
const recurring = (rrule: string, quota: number | null = null): Expected => ({ kind: 'RECURRING', rrule, quota, dueOn: null });
const relative = (trigger: string | null, duration: string | null, dayCount: DeadlineReading['dayCount'] = null): Expected => ({
  kind: 'RELATIVE',
  trigger,
  duration,
  dayCount,
});
const ONGOING: Expected = { kind: 'ONGOING', dueOn: null };
const AS_APPROPRIATE: Expected = { kind: 'AS_APPROPRIATE', dueOn: null };

const CELLS: Record<string, [printed: string, expected: Expected][]> = {
  'quarters and halves that share a word are a rhythm of the year': [
    ['第二、第四季度', recurring('FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1')],
    ['第一、三季度', recurring('FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1')],
    ['每年二、四季度', recurring('FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1')],
    ['上、下半年各一次', recurring('FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1')],
    ['年中和年末各一次', recurring('FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1')],
    ['3/6/9/12月底', recurring('FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1')],
    ['一至三季度', byDate('2023-09-30', 'QUARTER')],
  ],
  'less usual rhythms': [
    ['每月末25日前', recurring('FREQ=MONTHLY;BYMONTHDAY=25')],
    ['每月次月5日前', recurring('FREQ=MONTHLY;BYMONTHDAY=5')],
    ['每月1-5日', recurring('FREQ=MONTHLY;BYMONTHDAY=5')],
    ['每月25日至月底', recurring('FREQ=MONTHLY;BYMONTHDAY=-1')],
    ['下一季度首月10日前', recurring('FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10')],
    ['每半月', recurring('FREQ=MONTHLY;BYMONTHDAY=15,-1')],
    ['每旬', recurring('FREQ=MONTHLY;BYMONTHDAY=10,20,-1')],
    ['2次/年', recurring('FREQ=YEARLY', 2)],
    ['1次/季度', recurring('FREQ=MONTHLY;INTERVAL=3', 1)],
    ['1季度1次', recurring('FREQ=MONTHLY;INTERVAL=3', 1)],
    ['两年一次', recurring('FREQ=YEARLY;INTERVAL=2', 1)],
    ['季度', recurring('FREQ=MONTHLY;INTERVAL=3')],
    ['月报', recurring('FREQ=MONTHLY')],
  ],
  'a month without a name is the month of issue': [
    ['月底前', byDate('2023-04-30', 'MONTH')],
    ['本月底', byDate('2023-04-30', 'MONTH')],
  ],
  'a festival is an event': [
    ['春节前', relative('春节', null)],
    ['国庆节前', relative('国庆节', null)],
  ],
  'a day that only begins the duty leaves it without an end': [
    ['自2023年5月起', ONGOING],
    ['2023年7月1日起施行', ONGOING],
    ['“十四五”期间', ONGOING],
  ],
  'a later time by which the duty only goes on is no second day': [
    ['上半年完成，下半年持续推进', { ...byDate('2023-06-30', 'HALF_YEAR'), thenOngoing: true }],
    ['2023年及以后', ONGOING],
  ],
  'an amount without a closing word stands behind its event': [
    ['会议召开前5个工作日', relative('会议召开', '-P5D', 'WORKING')],
    ['突发事件发生后最迟5小时内', relative('突发事件发生', 'PT5H', 'CALENDAR')],
    ['节假日前', relative('节假日', null)],
    ['2023年汛期前', relative('2023年汛期', null)],
  ],
  'further ranges and spans': [
    ['2023.1—12', byDate('2023-12-31', 'MONTH')],
    ['2023年年内', byDate('2023-12-31', 'YEAR')],
    ['不超过20个工作日', relative(null, 'P20D', 'WORKING')],
    ['限期整改', AS_APPROPRIATE],
    ['视工作进展', AS_APPROPRIATE],
  ],
};

describe('less usual deadlines', () => {
  for (const [rule, cases] of Object.entries(CELLS)) {
    test.each(cases)(`${rule}: %s`, (printed, expected) => {
      const { deadline, problems } = readDeadline(printed, CONTEXT);
      expect(deadline).toMatchObject(expected);
      expect(deadline.text).toBe(printed);
      expect(problems).toEqual([]);
    });
  }
});
