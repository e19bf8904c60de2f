import type { DeadlineReading, Problem } from '../reading';
import { existsOnCalendar, findDates, isoDate, type PrintedDate } from './dates';
import { DEADLINE_WORDS, GOES_ON, HAS_NO_END, MANNER_THEN_TIMELY, NO_DEADLINE } from './deadline-words';
import { narrowForms, withoutWhitespace } from './printed-text';
import type { ReadingContext } from './reading-context';
import { findRecurrences, yearlyRule, type PrintedRecurrence } from './recurrence';
import { amountBehind, eventUpTo, findSpans, isBareSpan, type PrintedSpan } from './relative-time';
import { isBackwardLooking, isLimit, isUpwardReport } from './sentence-dates';

export type { ReadingContext } from './reading-context';

export interface DeadlineResult {
  deadline: DeadlineReading;
  problems: Problem[];
}

/** Reads a deadline as a cell or a suffix prints it. What cannot be read keeps its text and comes with a problem. */
export function readDeadline(printed: string | null, context: ReadingContext): DeadlineResult {
  const text = withoutWhitespace(printed ?? '');
  if (text === '') return { deadline: reading(null, 'nothing-printed'), problems: [] };
  const narrow = narrowForms(text);
  const bare = narrow.replace(/[。；;，,、]+$/, '');
  if (NO_DEADLINE.test(bare)) return { deadline: reading(text, 'none-printed'), problems: [] };
  return readMonthOfIssue(text, bare, context) ?? readDated(text, narrow, context) ?? readUndated(text, bare) ?? unread(text);
}

/** 月底前, without a month: that of the month in which the plan is issued. */
function readMonthOfIssue(text: string, bare: string, { issuedOn }: ReadingContext): DeadlineResult | null {
  const month = /^(?:本|当)?月(?:底|末|内)(?:之?前)?(?:完成|办结|落实)?$/.test(bare) ? /^(\d{4})-(\d\d)/.exec(issuedOn ?? '') : null;
  if (month === null) return null;
  const [date] = findDates(`${month[1]}年${Number(month[2])}月底前`, { year: null, issuedOn }, 'cell');
  return date === undefined ? null : { deadline: { ...byDate(text, date), rule: 'month-of-issue' }, problems: [] };
}

function readDated(text: string, narrow: string, context: ReadingContext): DeadlineResult | null {
  const spans = findSpans(isBareSpan(narrow) ? `${narrow}内` : narrow);
  const recurrences = findRecurrences(narrow, context);
  const taken = [...spans.map((span) => ({ start: span.amountAt, end: span.end })), ...recurrences];
  const dates = findDates(narrow, context, 'cell').filter(
    (date) => !taken.some((other) => date.start < other.end && other.start < date.end),
  );
  const hasUndated = readUndated(text, narrow.replace(/[。；;，,、]+$/, '')) !== null;

  // A day by which one only reports upward is the task's deadline where the cell prints nothing else.
  const ownDates = withoutReports(dates, narrow, hasUndated || recurrences.length > 0 || spans.length > 0);
  const ownRecurrences = withoutReports(recurrences, narrow, hasUndated || dates.length > 0 || spans.length > 0);
  const ended = ownDates.filter((date) => !isBeginning(narrow, date));
  const ends = ended.length > 1 ? ended.filter((date, index) => index === 0 || !isGoingOn(narrow, date)) : ended;
  const [recurrence] = ownRecurrences;
  if (recurrence && (ends.length === 0 || recurrence.start < ends[0]!.start))
    return { deadline: readRecurring(text, recurrence), problems: dateProblems(text, dates).filter(isInvalidDate) };
  if (ends.length > 1) return readSeveral(text, ends);
  if (ends[0] && !isYearOfDuty(ends[0], narrow)) return readOneDate(text, narrow, ends[0], ownRecurrences.length > 0);
  if (spans[0]) return { deadline: readRelative(text, text, spans[0]), problems: [] };
  if (ends[0] && !hasUndated) return readOneDate(text, narrow, ends[0], false);
  return null;
}

function withoutReports<T extends { start: number; end: number }>(found: T[], narrow: string, hasOther: boolean): T[] {
  const own = found.filter((item) => !isUpwardReport(narrow, item.end));
  return own.length > 0 || hasOther ? own : found;
}

/** 6月底前启动 begins a duty; only the day that ends it is its deadline. */
function isBeginning(narrow: string, date: PrintedDate): boolean {
  return /^(?:起(?!草)|开始|启动|正式启动|[至到~-](?:长期|今后|以后|永久|持续))/.test(narrow.slice(date.end));
}

/** 上半年完成，下半年持续推进: the later time only says that the duty goes on. */
function isGoingOn(narrow: string, date: PrintedDate): boolean {
  return /^(?:继续|持续|长期|常态)/.test(narrow.slice(date.end));
}

/** 2023年全年, 2023年持续推进, 2023年汛期前: the year says when the duty holds, not by when it is done. */
function isYearOfDuty(date: PrintedDate, narrow: string): boolean {
  const rest = narrow.slice(date.end);
  return date.form === 'year' && !date.bounded && (BEFORE_ANYTHING.test(rest) || DEADLINE_WORDS.some((word) => word.pattern.test(rest)));
}

function readOneDate(text: string, narrow: string, date: PrintedDate, recurs: boolean): DeadlineResult {
  const after = narrow.slice(date.end);
  const before = narrow.slice(0, date.start);
  const thenOngoing = recurs || GOES_ON.test(after) || HAS_NO_END.test(before);
  const deadline: DeadlineReading = { ...byDate(text, date), thenOngoing };
  return { deadline, problems: dateProblems(text, [date]) };
}

function byDate(text: string, date: PrintedDate): DeadlineReading {
  return { ...reading(text, `date-${date.form}`), kind: 'BY_DATE', dueOn: isoDate(date), precision: date.precision };
}

function dateProblems(text: string, dates: PrintedDate[]): Problem[] {
  if (dates.some((date) => !existsOnCalendar(date) || (date.year !== null && isoDate(date) === null))) {
    return [
      warning(
        'DEADLINE_DATE_INVALID',
        `“${text}”中的日期不存在，请核对原文。`,
        `"${text}" prints a day that does not exist; check the source.`,
      ),
    ];
  }
  if (dates.some((date) => date.year === null)) {
    return [
      warning(
        'DEADLINE_YEAR_UNKNOWN',
        `“${text}”没有年份，也无法从文件得知，请补充年份。`,
        `"${text}" has no year and the document gives none; supply the year.`,
      ),
    ];
  }
  return [];
}

const isInvalidDate = (problem: Problem): boolean => problem.code === 'DEADLINE_DATE_INVALID';

/** Several days in one cell are a rhythm: the duty falls due on each of them. */
function readSeveral(text: string, dates: PrintedDate[]): DeadlineResult {
  const problems = dateProblems(text, dates).filter(isInvalidDate);
  const real = dates.filter(existsOnCalendar);
  if (real.length < 2) {
    const [only] = real;
    return {
      deadline: only ? byDate(text, only) : { ...reading(text, 'several-dates'), kind: 'BY_DATE', precision: dates[0]!.precision },
      problems,
    };
  }
  if (new Set(real.map((date) => date.year)).size > 1) {
    problems.push(
      warning(
        'DEADLINE_NOT_ONE_RULE',
        `“${text}”跨多个年份，已按每年同日读取，请核对。`,
        `"${text}" spans several years and was read as the same days of every year; check it.`,
      ),
    );
  }
  return { deadline: { ...reading(text, 'several-dates'), kind: 'RECURRING', rrule: yearlyRule(real) }, problems };
}

function readRecurring(text: string, recurrence: PrintedRecurrence): DeadlineReading {
  return { ...reading(text, `recurring-${recurrence.rule}`), kind: 'RECURRING', rrule: recurrence.rrule, quota: recurrence.quota };
}

function readRelative(shown: string, text: string, span: PrintedSpan): DeadlineReading {
  const trigger = span.trigger ? text.slice(span.trigger.start, span.trigger.end) : null;
  const rule = span.duration.startsWith('-') ? 'before-event' : trigger === null ? 'within-span' : 'after-event';
  return { ...reading(shown, rule), kind: 'RELATIVE', trigger, duration: span.duration, dayCount: span.dayCount };
}

/** Deadlines of words alone: a manner of acting, or an event without a span. */
function readUndated(text: string, bare: string): DeadlineResult | null {
  if (ONLY_BEGINS.test(bare)) return { deadline: { ...reading(text, 'from-a-day'), kind: 'ONGOING' }, problems: [] };
  if (MANNER_THEN_TIMELY.test(bare)) return { deadline: { ...reading(text, 'timely'), kind: 'TIMELY' }, problems: [] };
  const [first] = DEADLINE_WORDS.map((word) => ({ word, at: bare.search(word.pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  if (first) return { deadline: { ...reading(text, first.word.rule), kind: first.word.kind }, problems: [] };
  return readEvent(text, bare);
}

/** 自2023年5月起: a day that the duty begins with, and none that ends it. */
const ONLY_BEGINS =
  /^(?:自|从)?[^，。；、]{2,16}(?<!之日|即日|日)起(?:施行|实施|执行|实行|公开)?$|^(?:自|从)?(?:即日|印发之日|发布之日)起(?:正式)?(?:施行|实施|执行|实行)$|^(?:自|从)?[^，。；、]{1,12}日起(?:正式)?(?:施行|实施|执行|实行)$/;

const BEFORE_EVENT =
  /(?:召开|举行|举办|开始|启动|印发|出台|发布|公布|公开|实施|施行|生效|结束|决策|决定|审议|审定|提交|提请|上线|运行|验收|投入使用|到期|期满|届满|换届|报批|签订|完成|会议|(?:^|[，、])会)(?:之前|以前|前)/;
const AFTER_EVENT =
  /(?:召开|举行|结束|印发|出台|下发|发布|公布|公开|实施|施行|生效|批复|批准|审定|审议通过|通过|形成|变更|完成|上线|作出|收到|签订|验收|下达|确定|到位|受理|部署|安排|通知|会议|(?:^|[，、])会)(?:之后|以后|后)/;

/** A cell that is nothing but an event and 前 or 后: 汛期来临前, 资金发放前7日. */
const BEFORE_ANYTHING =
  /^(?:\d{4}年)?[\u4e00-\u9fff“”《》（）、]{1,16}(?<!环节|细节|情节|[底末月年初周旬]|(?<!假|节|纪念|开放)日)(?:之前|以前|前)(?=$|[，。；]|(?:\d{1,2}|[一二三五七十]{1,2})个?(?:工作日|日|天|周|月))/;
const AFTER_ANYTHING = /^[\u4e00-\u9fff“”《》（）]{2,16}(?:之后|以后|后)(?=$|[，。；])/;

function readEvent(text: string, bare: string): DeadlineResult | null {
  for (const [pattern, rule] of [
    [BEFORE_EVENT, 'before-event'],
    [AFTER_EVENT, 'after-event'],
    [BEFORE_ANYTHING, 'before-event'],
    [AFTER_ANYTHING, 'after-event'],
  ] as const) {
    const match = pattern.exec(bare);
    if (!match) continue;
    const end = match.index + match[0].replace(/(?:之前|以前|前|之后|以后|后)$/, '').length;
    const trigger = eventUpTo(bare, end);
    if (!trigger) continue;
    const printed = text.slice(trigger.start, trigger.end);
    const amount = amountBehind(bare.slice(match.index + match[0].length), rule === 'before-event');
    return { deadline: { ...reading(text, rule), kind: 'RELATIVE', trigger: printed, ...amount }, problems: [] };
  }
  return null;
}

function unread(text: string): DeadlineResult {
  const problem = warning(
    'DEADLINE_UNREAD',
    `未能识别完成时限“${text}”，已保留原文，请人工确定。`,
    `The deadline "${text}" could not be read; its text is kept, decide it by hand.`,
  );
  return { deadline: reading(text, 'unread'), problems: [problem] };
}

/**
 * Finds the deadline that a task's sentences print: the latest of its dates, else a rhythm, else a span from an event.
 * A day by which one only reports upward is none, nor is a manner such as 及时公开, which is a verb there.
 */
export function findDeadline(text: string, context: ReadingContext): DeadlineReading | null {
  const printed = withoutWhitespace(text);
  const narrow = narrowForms(printed);
  const allSpans = findSpans(narrow);
  const spans = allSpans.filter((span) => !isUpwardReport(narrow, span.end));
  const recurrences = findRecurrences(narrow, context).filter((recurrence) => !isUpwardReport(narrow, recurrence.end));
  const latest = latestDate(narrow, context, [
    ...findRecurrences(narrow, context),
    ...allSpans.map((span) => ({ start: span.amountAt, end: span.end })),
  ]);
  if (latest) {
    return {
      ...byDate(printed.slice(latest.start, latest.end), latest),
      thenOngoing: /^[^。；]{0,30}(?:并|且|后)(?:长期|持续|常态)/.test(narrow.slice(latest.end)),
    };
  }
  const recurrence = recurrences.find((candidate) => candidate.quota !== null) ?? recurrences[0];
  if (recurrence) return readRecurring(printed.slice(recurrence.start, recurrence.end), recurrence);
  const span = spans.find((candidate) => !candidate.duration.startsWith('-'));
  return span ? readRelative(printed.slice(span.start, span.end), printed, span) : null;
}

function latestDate(narrow: string, context: ReadingContext, taken: { start: number; end: number }[]): PrintedDate | null {
  const candidates = findDates(narrow, context, 'sentence')
    .filter((date) => !taken.some((other) => date.start < other.end && other.start < date.end))
    .filter((date) => isLimit(narrow, date) && !isBackwardLooking(narrow, date, context) && !isUpwardReport(narrow, date.end))
    .filter(existsOnCalendar);
  const rank = (date: PrintedDate): string => isoDate(date) ?? '';
  return candidates.reduce<PrintedDate | null>((latest, date) => (latest === null || rank(date) > rank(latest) ? date : latest), null);
}

function reading(text: string | null, rule: string): DeadlineReading {
  return {
    text,
    kind: 'NONE',
    dueOn: null,
    precision: null,
    thenOngoing: false,
    rrule: null,
    quota: null,
    trigger: null,
    duration: null,
    dayCount: null,
    rule,
  };
}

function warning(code: string, chinese: string, english: string): Problem {
  return { severity: 'WARNING', code, message: `${chinese} ${english}`, at: null };
}
