import { readNumber } from './chinese-numerals';

/** A span counted from an event, as a text prints it. Indexes are those of the text with narrow forms. */
export interface PrintedSpan {
  /** Where the event begins, or the span where no event is printed. */
  start: number;
  /** Where the amount begins. */
  amountAt: number;
  end: number;
  trigger: { start: number; end: number } | null;
  /** ISO 8601; negative for a span before its event. */
  duration: string;
  dayCount: 'CALENDAR' | 'WORKING';
  value: number;
  unit: string;
}

const NUMERAL = '(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百]+|半)';
const UNIT = '个?工作日|个?自然日|个?日历日|个月|(?<=半)月|个季度|个?星期|周|日|天|年|个?小时';
const AMOUNT = new RegExp(
  `(?<!(?:压缩|缩短|控制|压减|减少|降低|限定|提速)(?:[\\u4e00-\\u9fff]{2,20}(?=[至到]))?[至到在为])(?<![\\d.年月第近前续〇零一二两三四五六七八九十百]|(?<!超)过)(?<count>${NUMERAL})(?<unit>${UNIT})(?<close>之内|以内|内|之前|以前|前)(?!部|容|控|涵|设|期|提|往|来|三)`,
  'g',
);
/** The words between an event and the span that runs from it. */
const AFTER = /(?:之日后|之日起|日起|起|之后|以后|后)(?:的)?[，,]?(?:最[迟长晚多]|至迟)?(?:在|于|的)?$/;
const CLAUSE = /[^，,。；;：:]*$/;
/** What stands before the event in its clause and is not part of it. */
const LEAD =
  /^(?:待|(?:.*?(?:应当|应|须|需|必须|要|并|可|请))?(?:自从|自(?!然|治|主|动|身|查|评|我|愿|行)|从(?!事|业)|在(?!线|编|职|校|建)|于))/;

/** Whether a cell prints nothing but a span, without the word that closes it: 20个工作日. */
export function isBareSpan(narrow: string): boolean {
  return new RegExp(`^(?:原则上)?(?:不(?:得)?超过|最长|最多)?${NUMERAL}(?:${UNIT})$`).test(narrow);
}

const AMOUNT_BEHIND = new RegExp(`^(?:至少|不少于|不超过)?(?<count>${NUMERAL})(?<unit>${UNIT})`);

/** 会议召开前5个工作日: the amount that stands behind an event without a word that closes it. */
export function amountBehind(rest: string, isBefore: boolean): Pick<PrintedSpan, 'duration' | 'dayCount'> | null {
  const { count = '', unit = '' } = AMOUNT_BEHIND.exec(rest)?.groups ?? {};
  const value = count === '半' ? 0.5 : readNumber(count);
  const duration = value === null ? null : durationOf(value, unit);
  return duration === null
    ? null
    : { duration: isBefore ? `-${duration}` : duration, dayCount: unit.includes('工作日') ? 'WORKING' : 'CALENDAR' };
}

/** All spans of a text with narrow forms. */
export function findSpans(text: string): PrintedSpan[] {
  return [...text.matchAll(AMOUNT)].map((match) => readSpan(text, match)).filter((span) => span !== null);
}

function readSpan(text: string, match: RegExpMatchArray): PrintedSpan | null {
  const { count = '', unit = '', close = '' } = match.groups ?? {};
  const value = count === '半' ? 0.5 : readNumber(count);
  const duration = value === null ? null : durationOf(value, unit);
  if (value === null || duration === null) return null;
  const before = text.slice(0, match.index);
  const earlier = close.endsWith('前');
  const trigger = earlier ? eventBefore(before) : eventAfter(before);
  // 三年前 without an event looks back, it sets no limit.
  if (earlier && trigger === null) return null;
  return {
    start: trigger?.start ?? match.index!,
    amountAt: match.index!,
    end: match.index! + match[0].length,
    trigger,
    duration: earlier ? `-${duration}` : duration,
    dayCount: unit.includes('工作日') ? 'WORKING' : 'CALENDAR',
    value,
    unit,
  };
}

function eventAfter(before: string): PrintedSpan['trigger'] {
  const joint = AFTER.exec(before);
  if (joint) return eventUpTo(before, joint.index);
  // 信息形成或变更20个工作日内 leaves the 后 out.
  return /(?:形成|变更|印发|公布|发布|受理|批复|结束|生效|作出)$/.test(before) ? eventUpTo(before, before.length) : null;
}

/** 会议召开3日前, 提前3日 without an event gives none. */
function eventBefore(before: string): PrintedSpan['trigger'] {
  return /(?:召开|举行|举办|开始|实施|施行|启动|印发|出台|发布|公布|结束|审议|上线)的?$/.test(before)
    ? eventUpTo(before, before.length)
    : null;
}

/** The event that ends at an index: its clause, without the words that only lead to it. */
export function eventUpTo(text: string, end: number): PrintedSpan['trigger'] {
  const clause = CLAUSE.exec(text.slice(0, end))![0];
  const start = end - clause.length + (LEAD.exec(clause)?.[0].length ?? 0);
  return start < end ? { start, end } : null;
}

/** Months and years of a half, which ISO 8601 writes otherwise. */
const HALVES: [RegExp, string][] = [
  [/月$/, 'P15D'],
  [/年$/, 'P6M'],
  [/小时$/, 'PT30M'],
  [/[天日]$/, 'PT12H'],
];

function durationOf(value: number, unit: string): string | null {
  if (value === 0.5) return HALVES.find(([pattern]) => pattern.test(unit))?.[1] ?? null;
  if (!Number.isInteger(value)) return null;
  if (/[天日]$/.test(unit)) return `P${value}D`;
  if (/周|星期/.test(unit)) return `P${value}W`;
  if (/季度$/.test(unit)) return `P${value * 3}M`;
  if (/小时$/.test(unit)) return `PT${value}H`;
  if (/月$/.test(unit)) return `P${value}M`;
  // 2023年内 is a year, not a span of two thousand of them.
  return value < 100 ? `P${value}Y` : null;
}
