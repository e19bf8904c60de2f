import type { TargetReading } from '../reading';
import { beginsWithDeed, findActor, isAddressee } from './actor';
import { findDates, isoDate, type PrintedDate } from './dates';
import { metricAfter, metricBefore, metricOfDeed, type Metric } from './metric';
import { narrowForms, withoutWhitespace } from './printed-text';
import { findQuantities, type PrintedQuantity } from './quantity';
import type { ReadingContext } from './reading-context';
import { findRecurrences, type PrintedRecurrence } from './recurrence';
import { findSpans, type PrintedSpan } from './relative-time';
import { isBackwardLooking, isLimit } from './sentence-dates';

/** One sentence with all that limits something in it. */
interface Sentence {
  printed: string;
  narrow: string;
  dates: PrintedDate[];
  spans: PrintedSpan[];
  rhythms: PrintedRecurrence[];
  /** The subject of the sentence before, for one that names none. */
  carriedActor: string | null;
}

/**
 * Reads the measurable and the dated promises of a task's sentences. `responsible` are the bodies that the task names
 * itself; an actor among them is the task's own and is left out.
 */
export function readTargets(text: string, context: ReadingContext, responsible: readonly string[] = []): TargetReading[] {
  const targets: TargetReading[] = [];
  let carriedActor: string | null = null;
  for (const printed of sentencesOf(withoutWhitespace(text))) {
    const sentence = readSentence(printed, context, carriedActor);
    targets.push(...quantityTargets(sentence), ...spanTargets(sentence), ...datedTargets(sentence));
    carriedActor = findActor(sentence.narrow);
  }
  return unique(targets).map((target) => (target.actor !== null && isOwn(target.actor, responsible) ? { ...target, actor: null } : target));
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。；;！？])/).filter((sentence) => sentence !== '');
}

function readSentence(printed: string, context: ReadingContext, carriedActor: string | null): Sentence {
  const narrow = narrowForms(printed);
  const rhythms = findRecurrences(narrow, context);
  const spans = findSpans(narrow).filter((span) => !span.duration.startsWith('-'));
  const taken = [...rhythms, ...spans.map((span) => ({ start: span.amountAt, end: span.end }))];
  const dates = findDates(narrow, context, 'sentence')
    .filter((date) => !taken.some((other) => date.start < other.end && other.start < date.end))
    .filter((date) => isLimit(narrow, date) && !isBackwardLooking(narrow, date, context));
  return { printed, narrow, dates, spans, rhythms, carriedActor };
}

function quantityTargets(sentence: Sentence): TargetReading[] {
  return findQuantities(sentence.narrow)
    .filter((quantity) => !overlapsTime(sentence, quantity))
    .map((quantity) => readQuantity(sentence, quantity))
    .filter((target) => target !== null);
}

/** Numbers of dates and spans are read as such; the number in 每年至少1次 is the rhythm's own quota. */
function overlapsTime({ dates, spans, rhythms }: Sentence, { numberAt, end }: PrintedQuantity): boolean {
  const inside = (item: { start: number; end: number }): boolean => numberAt < item.end && item.start < end;
  return (
    dates.some(inside) ||
    spans.some((span) => inside({ start: span.amountAt, end: span.end })) ||
    rhythms.some((rhythm) => rhythm.start === numberAt)
  );
}

const COUNTED_DEEDS =
  /(?:做好|办好|抓好|上线|推送|实施|完成|建设|建成|打造|新建|新增|增设|设立|设置|开展|举办|组织|召开|推出|发布|制作|编制|编发|培育|创建|确定|遴选|选取|选树|评选|推广|推进|落实|公开|办理|梳理|建立|形成|撰写|刊登|邀请|聘请|选聘|招募|配备|征集|走访|编印|印制|发放)[^，,。；;、“”]{0,10}$/;
const EVENTS = /(?:举办|开展|组织)[^，,。；;、]{0,16}$/;
const LISTED = /^(?:公开|发布|编印|印制|编制|推出|制作|发放|打造|建成)[^，,。；;、]{2,24}$/;
const HELD = /(?:举办|开展|组织|召开|办好|推出|发布|制作|编发)[^，,。；;]{2,20}$/;
const TIMES = /^(?:次|场次?|轮|期)$/;
const MONEY = /元$/;

function readQuantity(sentence: Sentence, quantity: PrintedQuantity): TargetReading | null {
  const { narrow } = sentence;
  const clauseStart = startOfClause(narrow, quantity.start);
  const rhythm = rhythmOf(sentence, quantity, clauseStart);
  const before = narrow.slice(clauseStart, quantity.start);
  const after = narrow.slice(quantity.end);
  if (isCondition(quantity, after) || isStartOfChange(before, after)) return null;
  const period = rhythm ? rhythm.period : periodInWords(before, quantity);
  const comparator = quantity.comparator ?? impliedComparator(quantity, before, after, rhythm !== null || period !== null);
  if (comparator === null) return null;
  const metric = metricOf(sentence, quantity, rhythm, clauseStart);
  if (metric === null && quantity.comparator === null) return null;
  const start = Math.min(rhythm?.start ?? quantity.start, metric?.start ?? quantity.start, quantity.start);
  const date = dateFor(sentence, quantity.start);
  return {
    metric: metric?.name ?? null,
    comparator: quantity.fromRange && comparator === 'EXACTLY' ? 'AT_LEAST' : comparator,
    value: quantity.value,
    unit: quantity.unit,
    period,
    dueOn: date ? isoDate(date) : null,
    actor: actorOf(sentence, quantity.start),
    phrase: sentence.printed.slice(start, Math.max(quantity.end, metric?.end ?? 0)),
    rule: quantity.comparator ? 'compared-quantity' : rhythm ? 'periodic-quantity' : 'stated-quantity',
  };
}

/** The rhythm of the quantity's clause, or of the clause before where its own begins with the comparator. */
function rhythmOf({ narrow, rhythms }: Sentence, quantity: PrintedQuantity, clauseStart: number): PrintedRecurrence | null {
  const from = quantity.start === clauseStart && clauseStart > 0 ? startOfClause(narrow, clauseStart - 1) : clauseStart;
  return rhythms.findLast((item) => item.start >= from && item.start < quantity.numberAt) ?? null;
}

/** 超过3次未整改的，… and 20万元以上的项目 say whom a rule is for, they promise nothing. */
function isCondition(quantity: PrintedQuantity, after: string): boolean {
  if (quantity.unit !== '%' && quantity.hasTail && /^的(?!要求|标准|目标)/.test(after)) return true;
  return /^[^，,。；;]*的[，,]/.test(after) && !/^的(?:要求|标准|目标)/.test(after);
}

/** 由10个工作日压缩至7个工作日: what is to change is not promised. */
function isStartOfChange(before: string, after: string): boolean {
  return /(?:由|从)(?:原来的?|原先的?|现行的?)?$/.test(before) && /^[^，,。；;]{0,8}(?:压|缩|降|减|提|增|升|扩|延|到|至)/.test(after);
}

/** 政策文件100%同步解读: all of something is done. */
const ALL_DONE = /^(?:全部|同步|按时|按期|及时|依法|规范)*(?:公开|解读|办理|办结|覆盖|回应|上线|完成|整改|入库|落实|答复|归集|备案)(?!率)/;

function periodInWords(before: string, { unit }: PrintedQuantity): string | null {
  if (/%|元|天|日|月|年|小时/.test(unit ?? '')) return null;
  if (/上[、和]?下半年/.test(before)) return 'HALF_YEAR';
  if (/全年|年均|年度内|一年内|每年度|(?<![上本\d])年度(?!报告|计划|考核|目标|预算|总结|工作)/.test(before)) return 'YEAR';
  if (/日均|天均/.test(before)) return 'DAY';
  return /月均/.test(before) ? 'MONTH' : /季均/.test(before) ? 'QUARTER' : null;
}

/** 满意度同比提高5个百分点: by how much something changes. */
const CHANGE = /(?:提高|提升|增长|上升|增加|下降|降低|减少|压减|压缩|缩短|精简)(?:了|约)?$/;

/** Where nothing compares: a rate, a sum of money, a count of deeds per period, a number of things to be done. */
function impliedComparator(quantity: PrintedQuantity, before: string, after: string, isPeriodic: boolean): TargetReading['comparator'] {
  const unit = quantity.unit ?? '';
  if (unit === '%' && quantity.value === 100 && ALL_DONE.test(after)) return 'EXACTLY';
  if (/%|百分点/.test(unit) && CHANGE.test(before)) return 'EXACTLY';
  if (unit === '%') return /(?:率|比例|比重|占比|权重|度|覆盖面|实现|确保|做到|保证)$/.test(before) ? 'EXACTLY' : null;
  if (MONEY.test(unit)) return 'EXACTLY';
  if (TIMES.test(unit) && (isPeriodic || (quantity.inDigits && HELD.test(before)))) return 'EXACTLY';
  if (/^(?:重点)?民生实事/.test(after)) return 'EXACTLY';
  if (isPeriodic && /各$/.test(before)) return 'EXACTLY';
  const counts = quantity.inDigits || quantity.value > 10;
  const names =
    /^[\u4e00-\u9fff“（]{2}/.test(after) ||
    /(?:新增|新建|建成|打造|培育|创建|完成|开展|举办|推出|制作|聘请|选聘|招募|配备|征集|走访|公开|发布|编印|印制|编制|发放)[\u4e00-\u9fff“”]{2,24}$/.test(
      before,
    );
  return counts &&
    names &&
    !/^(?:天|年|日|周|个月|人|分|字|部|面|级)$/.test(unit) &&
    !/^(?:(?:试点)?领域(?:基层)?(?:政务公开)?|制度|机制|要求|原则|方面)(?=[，,。；;]|$)/.test(after) &&
    (COUNTED_DEEDS.test(before) || EVENTS.test(before) || LISTED.test(before))
    ? 'EXACTLY'
    : null;
}

interface PlacedMetric {
  name: string;
  /** Where its words begin and end in the sentence. */
  start: number;
  end: number;
}

function metricOf(
  sentence: Sentence,
  quantity: PrintedQuantity,
  rhythm: PrintedRecurrence | null,
  clauseStart: number,
): PlacedMetric | null {
  const { narrow } = sentence;
  const object = objectOf(quantity, narrow.slice(quantity.end), narrow.slice(clauseStart, quantity.start));
  if (object !== null) {
    const at = narrow.indexOf(object.printed, quantity.end);
    return { name: object.name, start: quantity.start, end: at + object.printed.length };
  }
  const dated = sentence.dates.findLast((date) => date.start >= clauseStart && date.end <= quantity.start)?.end ?? clauseStart;
  const leftStart = Math.max(dated, rhythm ? afterPeriod(rhythm, narrow) : clauseStart);
  const left = narrow
    .slice(leftStart, quantity.start)
    .replace(/^.*(?:前|底|末|内)(?=实现|完成|[\u4e00-\u9fff]*率)/, '')
    .replace(/(?:由|从)(?:原来的?)?\d[^，,]{0,8}$|上[、和]?下半年各?$/, '');
  const previous = previousClauseMetric(narrow, clauseStart);
  const early = rhythm === null || rhythm.start <= clauseStart ? '' : withoutActor(narrow.slice(clauseStart, rhythm.start));
  const beforeRhythm = early === '' || SHARED_OUT.test(early) ? null : metricBefore(early);
  const own = (SHARED_OUT.test(left) ? previous : null) ?? metricBefore(withoutActor(left) + quantity.verb) ?? beforeRhythm ?? previous;
  if (own === null) return null;
  const at = narrow.lastIndexOf(own.printed, quantity.start);
  return { name: own.name, start: at < 0 ? quantity.start : at, end: 0 };
}

/** 每个街镇不少于2场: those to whom a number is given are not what is counted. */
const SHARED_OUT = /^每(?:个|家|名|所)?[\u4e00-\u9fff（）]{1,10}$/;

/** The object after a quantity; a rate has its own before it, except in 确保100%公开. */
function objectOf(quantity: PrintedQuantity, after: string, before: string): Metric | null {
  const object = /^[^，,。；;：:]*/.exec(after)![0];
  if (object === '' || /^(?:[）)]|的(?:要求|标准|目标|规定|比例))/.test(object)) return null;
  if (quantity.unit === '%' && quantity.value === 100 && ALL_DONE.test(object)) return metricAfter(object);
  if (quantity.unit === '%' && !/(?:实现|确保|做到|保证)$/.test(before) && !(quantity.hasTail && object.startsWith('的'))) return null;
  return metricAfter(object);
}

/** 开展业务培训，每年不少于2次: the clause before names what is counted. */
function previousClauseMetric(narrow: string, clauseStart: number): Metric | null {
  if (clauseStart === 0) return null;
  const previous = narrow.slice(startOfClause(narrow, clauseStart - 1), clauseStart - 1);
  return previous === '' ? null : metricBefore(withoutActor(previous).replace(PERIOD_WORDS, ''));
}

function withoutActor(words: string): string {
  const actor = findActor(words);
  return actor === null ? words : words.slice(actor.length).replace(/^(?:要|应当|应|须|需|必须|负责)/, '');
}

const PERIOD_WORDS =
  /^(?:上[、和]?下半年各?|每(?:隔)?[〇零一二两三四五六七八九十\d]*个?(?:半年|年|季|月|周|星期|工作日|天|日)度?|按.度?|逐.|全年|一?(?:半年|年|季度?|月|周))/;

/** Where the words of the rhythm end and those of the deed begin: 每半年|听取工作情况汇报. */
function afterPeriod(rhythm: PrintedRecurrence, narrow: string): number {
  return rhythm.start + (PERIOD_WORDS.exec(narrow.slice(rhythm.start))?.[0].length ?? 0);
}

/** The date that governs a place of a sentence: of its own clause, or of one that a comma sets apart before it. */
function dateFor({ dates, narrow }: Sentence, at: number): PrintedDate | null {
  const clauseStart = startOfClause(narrow, at);
  const own = dates.findLast((date) => date.start >= clauseStart && date.start < at);
  return own ?? dates.findLast((date) => date.start < at && /^[，,]/.test(narrow.slice(date.end))) ?? null;
}

function startOfClause(narrow: string, at: number): number {
  const comma = Math.max(...['，', ',', '；', ';', '。', '：'].map((sign) => narrow.lastIndexOf(sign, at - 1)));
  return comma + 1;
}

function actorOf(sentence: Sentence, at: number): string | null {
  const { narrow } = sentence;
  const own = findActor(narrow.slice(startOfClause(narrow, at)));
  return own ?? findActor(narrow) ?? (beginsWithDeed(narrow) ? sentence.carriedActor : null);
}

/** 征求意见结束后1个月内发布意见采纳情况: a promise measured in time. */
function spanTargets(sentence: Sentence): TargetReading[] {
  return sentence.spans
    .map((span) => {
      const clause = /^[，,]?[^，,。；;]*/.exec(sentence.narrow.slice(span.end))![0];
      const metric = metricOfDeed(clause, subjectBefore(sentence, span.start));
      return {
        metric,
        comparator: 'AT_MOST' as const,
        value: span.value === 0.5 && span.unit === '年' ? 6 : span.value,
        unit: span.value === 0.5 && span.unit === '年' ? '个月' : span.unit,
        period: null,
        dueOn: null,
        actor: actorOf(sentence, span.start),
        phrase: sentence.printed.slice(span.start, span.end + clause.length),
        rule: 'within-span',
      };
    })
    .filter((target) => target.metric !== null);
}

/** What stands in a clause before the time that limits it: 采纳情况|15个工作日内反馈. */
function subjectBefore({ narrow }: Sentence, at: number): string {
  return withoutActor(narrow.slice(startOfClause(narrow, at), at)).replace(/(?:并|应|须|要|于|在)+$/, '');
}

/** 修订信息公开指南，6月30日前完成: the clause before says what is done by then. */
function doneBy({ narrow }: Sentence, date: PrintedDate, deed: string): string | null {
  const start = startOfClause(narrow, date.start);
  if (!/^(?:全面|全部|基本)?完成$/.test(deed) || start !== date.start || !/[，,]$/.test(narrow.slice(0, start))) return null;
  return metricOfDeed(withoutActor(narrow.slice(startOfClause(narrow, start - 1), start - 1)));
}

/** 8月底前实现…统一查询: a promise whose measure is a day, unless a quantity of the same clause holds that day already. */
function datedTargets(sentence: Sentence): TargetReading[] {
  const quantities = quantityTargets(sentence);
  return sentence.dates.flatMap((date) => {
    const clause = /^[，,]?[^，,。；;]*/.exec(sentence.narrow.slice(date.end))![0];
    const phrase = sentence.printed.slice(date.start, date.end + clause.length);
    const deed = clause.replace(/^[，,]/, '');
    const metric = metricOfDeed(withoutActor(deed), subjectBefore(sentence, date.start)) ?? doneBy(sentence, date, deed);
    if (metric === null || quantities.some((quantity) => quantity.dueOn === isoDate(date) && phrase.includes(quantity.phrase))) return [];
    const actor = findActor(deed) ?? actorOf(sentence, date.start);
    return [
      { metric, comparator: null, value: null, unit: null, period: null, dueOn: isoDate(date), actor, phrase, rule: 'dated-promise' },
    ];
  });
}

function isOwn(actor: string, responsible: readonly string[]): boolean {
  return isAddressee(actor) || responsible.includes(actor);
}

function unique(targets: TargetReading[]): TargetReading[] {
  const seen = new Set<string>();
  return targets.filter((target) => {
    const key = JSON.stringify([target.metric, target.comparator, target.value, target.unit, target.period, target.dueOn]);
    return !seen.has(key) && seen.add(key);
  });
}
