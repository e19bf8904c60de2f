import type { TargetReading } from '../reading';
import { readNumber } from './chinese-numerals';
import { enclosedPositions } from './printed-text';

type Comparator = TargetReading['comparator'];

/** A number with its unit, as a clause prints it. Indexes are those of the text with narrow forms. */
export interface PrintedQuantity {
  /** Where the comparator or, without one, the number begins. */
  start: number;
  /** Where the number begins. */
  numberAt: number;
  /** After the unit and the words that belong to it (以上, 以内). */
  end: number;
  comparator: Comparator;
  value: number;
  /** null for a bare 0: 差错率为0. */
  unit: string | null;
  /** 至少开展1次: the verb between comparator and number. */
  verb: string;
  /** 2-3次: the lower number is read. */
  fromRange: boolean;
  /** Whether 以上, 以内 or such stand behind the unit. */
  hasTail: boolean;
  /** Whether the number is in digits; 四大, 三项 in numerals are mostly names. */
  inDigits: boolean;
}

/** 七成 is 70 per cent. */
const TENTHS = '成';
const NUMERAL = '\\d+(?:,\\d{3})*(?:\\.\\d+)?|[〇零一二两三四五六七八九十百千]+';
const UNITS =
  '%|个百分点|百分点|万人次|人次|遍|万元|亿元|元|个?工作日|个小时|小时|分钟|学时|课时|个月|万字|平方米|公里|种|次|项|条|件|篇|期|场次|场|轮|份|户|家|人|名|处|所|部|批|类|套|倍|册|字|幅|天|年|分(?![别类级工布解析])|个|例|门|块|只|台|座|张|面|位|张|周|日|成(?=以|[，。；、）]|$)';
const QUANTITY = new RegExp(
  `(?<![\\d.第〇零一二两三四五六七八九十百千])(?:百分之(?<percent>${NUMERAL}|百)|(?:(?<low>${NUMERAL})[-~至到])?(?<number>${NUMERAL})(?<scale>[万亿])?(?<unit>${UNITS})|(?<=[率数量]为)(?<zero>[0零])(?=[，,。；;]|$))(?<after>以上|以内|之内|以下|左右)?`,
  'g',
);

/** Words that compare, the longer before those they hold. */
const COMPARATORS: { pattern: string; comparator: Comparator }[] = [
  { pattern: '(?:不得|不能|不应|不可|不)?(?:少|低|小)于等于', comparator: 'AT_LEAST' },
  { pattern: '(?:不得|不能|不应|不可|不)(?:再)?(?:少于|低于|小于|低過|少过)', comparator: 'AT_LEAST' },
  { pattern: '(?:不得|不能|不应|不可|不)(?:再)?(?:超过|超出|多于|高于|大于|长于|晚于)', comparator: 'AT_MOST' },
  { pattern: '(?:大|高|多)于等于|≥|>=', comparator: 'AT_LEAST' },
  // 进入全省前三名: a place in a ranking is the better the lower.
  {
    pattern: '(?:(?:力争|争取|确保|努力)?(?:进入|跻身|位列|位居|名列|保持在?)[\\u4e00-\\u9fff]{0,8}|(?<=排名)[\\u4e00-\\u9fff]{0,4})前',
    comparator: 'AT_MOST',
  },
  {
    pattern:
      '≤|<=|至多|最多|最长|最晚|控制在|压缩(?:至|到|为)|压减(?:至|到)|缩短(?:至|到|为)|降(?:低)?(?:至|到)|减少(?:至|到)|下降(?:至|到)',
    comparator: 'AT_MOST',
  },
  {
    pattern:
      '至少|最少|最低|起码|达到|达|提(?:升|高)(?:至|到)|提至|增(?:加|长)?(?:至|到)|超过|高于|多于|突破|(?:保持|稳定|维持)在|力争(?!实现)',
    comparator: 'AT_LEAST',
  },
  { pattern: '低于|少于|小于', comparator: 'AT_MOST' },
  // 压缩办理时限至3个工作日: the verb stands before what it changes.
  { pattern: '(?<=(?:压缩|压减|缩短|降低|减少)[\\u4e00-\\u9fff]{2,20})(?:至|到)', comparator: 'AT_MOST' },
  { pattern: '(?<=(?:提升|提高|扩大|增加)[\\u4e00-\\u9fff]{2,20})(?:至|到)', comparator: 'AT_LEAST' },
  { pattern: '保持(?!在)', comparator: 'EXACTLY' },
  { pattern: '(?<=[率例重比度数值额期限间])(?:应|须|必须|均|都)*为|等于', comparator: 'EXACTLY' },
];
const VERBS =
  '(?:组织开展|组织|开展|召开|举办|举行|听取|专题听取|研究|进行|安排|实施|完成|推出|发布|公开|报送|更新|通报|检查|抽查|培训|公示|制作|编发|编制|刊发|选取|参加|建设|建成|打造|推送|回应|解读|调度|督导|督查|接受|采用|采取|运用|使用|包含|包括|有|形成|总结|撰写|刊登|刊播|梳理|邀请|确定|新增|新建|增加|配备|设置|设立|提供)?(?:了|为)?';
/** The comparator at the end of what stands before a number, with the verb that may part them. */
const BEFORE = COMPARATORS.map(({ pattern, comparator }) => ({ comparator, pattern: new RegExp(`(?:${pattern})(?<verb>${VERBS})$`) }));
/** Words that compare whatever verb follows: 至少出席1次. */
const BEFORE_ANY_VERB = /(?<word>至少|最少|起码|不得?少于|至多|最多|不得?(?:超过|晚于|迟于))(?<verb>[\u4e00-\u9fff]{1,16})$/;
const AFTER: Record<string, Comparator> = { 以上: 'AT_LEAST', 以内: 'AT_MOST', 之内: 'AT_MOST', 以下: 'AT_MOST', 左右: null };

/** All quantities of a text with narrow forms that stand outside quotation and title marks. */
export function findQuantities(narrow: string): PrintedQuantity[] {
  // In brackets stand asides, and numbers of documents and annexes.
  const enclosed = enclosedPositions(narrow);
  const found: PrintedQuantity[] = [];
  for (const match of narrow.matchAll(QUANTITY)) {
    if (enclosed[match.index]) continue;
    const { percent, low, number = '', scale = '', zero, unit = '%', after = '' } = match.groups ?? {};
    const numeral = percent ?? low ?? zero ?? number;
    const value = readNumber(numeral === '百' ? '100' : numeral);
    if (value === null) continue;
    const before = comparatorBefore(narrow.slice(Math.max(0, match.index - 30), match.index));
    found.push({
      start: match.index - (before?.length ?? 0),
      numberAt: match.index,
      end: match.index + match[0].length,
      comparator: AFTER[after] ?? before?.comparator ?? (zero === undefined ? null : 'EXACTLY'),
      value: unit === TENTHS ? value * 10 : value,
      unit: zero !== undefined ? null : percent !== undefined || unit === TENTHS ? '%' : scale + unit,
      verb: before?.verb ?? '',
      fromRange: low !== undefined,
      hasTail: after !== '',
      inDigits: /\d/.test(numeral),
    });
  }
  return found;
}

function comparatorBefore(text: string): { comparator: Comparator; length: number; verb: string } | null {
  for (const { pattern, comparator } of BEFORE) {
    const match = pattern.exec(text);
    if (match) return { comparator, length: match[0].length, verb: match.groups?.verb ?? '' };
  }
  const loose = BEFORE_ANY_VERB.exec(text);
  if (!loose) return null;
  return {
    comparator: /至多|最多|超|晚|迟/.test(loose.groups?.word ?? '') ? 'AT_MOST' : 'AT_LEAST',
    length: loose[0].length,
    verb: loose.groups?.verb ?? '',
  };
}
