/** What a promise is measured on. */
export interface Metric {
  name: string;
  /** The words that print it, found again in the clause. */
  printed: string;
}

/** Names under which the same promise is compared across plans, where these word it differently. */
const STABLE_NAMES: { pattern: RegExp; name: string }[] = [
  { pattern: /多元化?(?:政策|形式|方式)*解读(?:形式|方式)?(?:比例|率|占比|比率)/, name: '多元化解读比例' },
  { pattern: /解读(?:形式|方式|类型)$/, name: '解读形式' },
  { pattern: /一级标准(?:达标)?率/, name: '一级标准率' },
  { pattern: /(?:考核|考评|绩效|目标).*(?:权重|比重|分值|占比)$|^分值(?:权重|比重)?$|分值权重/, name: '分值权重' },
  { pattern: /听取.*汇报|工作(?:情况)?汇报|^汇报$/, name: '听取工作汇报' },
  { pattern: /民生实事/, name: '民生实事' },
  { pattern: /专题培训/, name: '专题培训' },
  { pattern: /专项检查/, name: '专项检查' },
  { pattern: /专项(?:工作)?经费$/, name: '专项经费' },
];

/** Verbs and adverbs that say that something is done, not what; 公开率 and 完成度 are no such verbs. */
const MANNER =
  '并|且|以及|还|要|应当|应|须|需|确保|力争|努力|务必|保证|实现|做到|使|推动|促进|全面|基本|全部|率先|统一|切实|积极|持续|集中|原则上|分别|各自|均|都|其中|全年|年度(?!报告|计划|考核|目标|预算|总结)|年均|月均|季均|不断|逐步|严格|落实|将(?!来|军)|的';
const DOING = '每次|每期|每个|每家|每件|每份|开展|组织|举办|召开|举行|进行|完成|建成|建立|采取|采用|安排|预算(?!公开|执行|编制|信息)|投入';
const LEADING_VERBS = new RegExp(`^(?:(?:${MANNER}|${DOING})(?![率度比]))+`);
const LEADING_DEEDS =
  /^(?:(?:编印|印制|发放|发布|制作|推出|撰写|(?:总结)?报送|编发|刊登|刊发|更新|打造|新增|新建|增设|设立|配备|创建|培育|归集|聘请|招募|邀请|压缩|压减|缩短|降低|提升|提高|扩大)(?![率度比]))(?=[\u4e00-\u9fff]{2}|“)/;
const TOPIC =
  /^(?:全市|全县|全区|全省)?(?:政务公开|政府信息公开)(?:工作)?(?=(?:专题|业务|专项)?(?:培训|检查|督查|调研|会议|考核|评估|汇报))/;
const OBJECT_END =
  /实施信息|信息公开|(?<=[\u4e00-\u9fff]{2})(?:实施|落实)(?:情况|信息)?(?:公开)?|等|的(?!士)|[，,。；;：:、]|并(?!联)|和(?=\d)|为(?!民)|（(?!街道|单位|社区|市|区)|以上|以内|不少于|不低于|至少|不得/;
const LONGEST = 48;

/** The metric that stands before a comparator: 解读形式 of "…多元化形式解读，解读形式不得少于3种". */
export function metricBefore(words: string): Metric | null {
  const clause = words.split(/[，,：:；;]|[”’）)]等|等(?!级|次)/).at(-1) ?? '';
  const last = clause.length > 14 || /[率度]、|比例、/.test(clause) ? (clause.split('、').at(-1) ?? '') : clause;
  return stable(words, last.replace(/(?:年度|全年|数量|总数|(?<=率|数量)为|原则上|一般|应|须|均|都|要|必须|也)+$/, ''));
}

/** The object that stands after a quantity: 专项检查 of "每年至少开展1次专项检查". */
export function metricAfter(words: string): Metric | null {
  const bare = words.replace(/^(?:以上|以内|的)+/, '');
  const end = bare.search(OBJECT_END);
  return stable(bare, end < 0 ? bare : bare.slice(0, end));
}

const BARE_DEED = /^(?:反馈|公开|公布|公示|发布|办结|答复|回应|回复|完成|更新|到位)$/;

/** The deed that a date or a span limits, with its verb unless the verb only says that it is done. */
export function metricOfDeed(words: string, subject = ''): string | null {
  const deed = words
    .replace(/^[，,]/, '')
    .replace(/^(?:要|应当|应|须|需|必须|前|并|将(?=[^来]))+/, '')
    .split(/[，,。；;]/)[0]!
    .replace(/(?<![归合兼])并(?!联|行|轨|网).*$/, '');
  const metric = deed.replace(LEADING_VERBS, '').replace(/^对(?=.*的)/, '');
  // 采纳情况15个工作日内反馈: a bare verb says of its subject what is done.
  return shortened(BARE_DEED.test(metric) && subject !== '' ? subject + metric : metric);
}

function stable(context: string, candidate: string): Metric | null {
  const printed = candidate.replace(LEADING_VERBS, '').replace(LEADING_DEEDS, '').replace(TOPIC, '').replace(LEADING_VERBS, '');
  const listened = /听取[^，。]*$/.exec(candidate);
  const known =
    STABLE_NAMES.find(({ pattern }) => pattern.test(printed)) ??
    STABLE_NAMES.find(({ pattern }) => printed.length > 6 && pattern.test(context));
  if (known) return { name: known.name, printed: listened?.[0] ?? printed };
  const name = shortened(printed);
  return name === null ? null : { name, printed };
}

/** Marks around the whole name, or without their partner, are none of it; those around a part are: “12345”热线接通率. */
function withoutMarks(metric: string): string {
  const bare = metric.replace(/^[的了"']+|[的"']+$/g, '');
  const whole = /^[“‘]([^“”‘’]*)[”’]$/.exec(bare)?.[1];
  if (whole !== undefined) return whole;
  const [opening, closing] = [bare.match(/[“‘]/g)?.length ?? 0, bare.match(/[”’]/g)?.length ?? 0];
  return opening === closing ? bare : bare.replace(/^[“”‘’]+|[“”‘’]+$/g, '');
}

function shortened(metric: string): string | null {
  const bare = withoutMarks(metric);
  if (bare.length < 2 || !/[\u4e00-\u9fffA-Za-z]/.test(bare)) return null;
  return bare.slice(0, LONGEST);
}
