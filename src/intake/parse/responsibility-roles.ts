import type { ResponsibilityReading } from '../reading';
import { enclosedPositions } from './printed-text';

export type Role = ResponsibilityReading['role'];

const KIND = '(?:单位|部门|科室|股室|处室|站所|站办所|办所|机构|方|主体|乡镇|局|办)?';
/** Words that print a role before a colon. A label that names no units ends the list before it. */
const LABELS: { pattern: string; role: Role | 'DEFAULT' | 'NONE' }[] = [
  { pattern: `(?:牵头|主责|主办|主要责任|第一责任|总牵头|牵头责任|牵头负责|主要负责|首要责任)${KIND}`, role: 'LEAD' },
  { pattern: `(?:配合|协办|协助|参与|参加|协同|协作|协调|支持|配合责任|责任配合)${KIND}`, role: 'SUPPORTING' },
  {
    pattern: `(?:牵头)?[（(]?(?:责任|承办|落实|实施|完成|具体责任|共同责任|执行|承担|承接|具体承办|责任落实|主体责任)(?:单位|部门|科室|股室|处室|站所|站办所|办所|机构|主体|乡镇)[）)]?(?:单位|部门)?`,
    role: 'RESPONSIBLE',
  },
  { pattern: '责任分工|任务分工|职责分工|分工|单位|部门|责任', role: 'DEFAULT' },
  {
    pattern:
      '(?:牵头|责任|分管|挂联|包联|县级|市级|联系)?(?:领导|责任人|负责人|联系人)|联系电话|电话|(?:完成)?(?:时限|时间|期限)(?:要求)?|完成(?:时限|时间|期限)|备注',
    role: 'NONE',
  },
];
const ANY_LABEL = LABELS.map(({ pattern }) => pattern).join('|');
const LABEL = new RegExp(
  `[【\\[](?<framed>${ANY_LABEL})[】\\]][:：]?|(?<=^|[。；;，,、）)】\\u4e00-\\u9fff])(?<label>${ANY_LABEL})(?:[（(][^（）()]{1,24}[）)])?[:：]`,
  'g',
);

/** A stretch of the printed list under one label. */
export interface RoleSection {
  role: Role | null;
  text: string;
}

/** A list that stands in brackets as a whole, without them. */
function unwrapped(printed: string): string {
  const text = printed.replace(/[。；;]+$/, '');
  if (!/^[（(【[].*[）)】\]]$/.test(text)) return printed;
  const inner = text.slice(1, -1);
  return enclosedPositions(text, '（(【[').every(Boolean) && !/^[^（(【[]*[）)】\]]/.test(inner) ? inner : printed;
}

/** Cuts a list at its labels; what a label that names no units introduces is left out. */
export function splitAtLabels(printed: string, defaultRole: Role): RoleSection[] {
  const text = unwrapped(printed).replace(/^(牵头|责任|配合|主办|协办|主责|承办)(单位|部门)(?=[市区县省州各])/, '$1$2：');
  const sections: RoleSection[] = [];
  let from = 0;
  let role: RoleSection['role'] | 'NONE' = null;
  const enclosed = enclosedPositions(text, '（(');
  for (const match of text.matchAll(LABEL)) {
    // 联系人 in the brackets after a name is an aside.
    if (enclosed[match.index]) continue;
    if (role !== 'NONE') sections.push({ role, text: text.slice(from, match.index) });
    const label = match.groups?.label ?? match.groups?.framed ?? '';
    const kind = LABELS.find(({ pattern }) => new RegExp(`^(?:${pattern})$`).test(label))?.role ?? 'DEFAULT';
    role = kind === 'DEFAULT' ? defaultRole : kind;
    from = match.index + match[0].length;
  }
  if (role !== 'NONE') sections.push({ role, text: text.slice(from) });
  return sections.filter((section) => section.text !== '');
}

const DIVISION =
  '(?:(?:按照?|根据|依据|依|结合)(?:各自|自身|本单位)?(?:的)?(?:工作)?(?:职责|职能|权限|任务|部门)(?:职责|职能|权限|分工|范围|要求|任务|和)*)';
const MANNER = `(?:${DIVISION}|分别|各自|均|共同|联合|具体|统筹|密切|积极|抓好|做好|组织|实施|推进|指导|督促)*`;
const TAIL = '(?:负责|落实|实施|组织|推进|抓好|做好|办理|完成|工作|相关|有关|开展)*';
const ROLE_VERBS: { pattern: RegExp; role: Role }[] = [
  {
    pattern: new RegExp(
      `(?:为|是|作为)?(?:负责)?${MANNER}(?:总?牵头|总负责|主责|主办|主抓)${TAIL}(?:(?<=为(?:牵头|主责|主办))(?:单位|部门))?$`,
    ),
    role: 'LEAD',
  },
  {
    pattern: new RegExp(
      `(?:为|是|作为)?${MANNER}(?:配合|协助|协办|参与|参加|协同|支持)${TAIL}(?:(?<=为(?:配合|协办|参与))(?:单位|部门))?$`,
    ),
    role: 'SUPPORTING',
  },
  {
    pattern: new RegExp(`${MANNER}(?:负责|承办|落实|(?<=分别|各自|共同|具体)(?:办理|实施|承担|推进|组织|抓好|完成))${TAIL}$`),
    role: 'RESPONSIBLE',
  },
];
/** 市政府办公室指导, 市政府办公室督促: a verb behind a body's name that gives no role of its own. */
const OVERSEES = /(?<=[局委办厅室心府会])(?:统筹|协调|指导|督促|督导|监督|监管|推动|调度)+$/;
const DIVISION_ALONE = new RegExp(`${DIVISION}(?:分别|各自|均)?$`);

export interface RoleVerb {
  name: string;
  role: Role | null;
  /** 分别, 各自, 均: each of the bodies it covers does it for itself. */
  each: boolean;
}

/** Takes the verb off the end of an entry: 市教育局等部门按职责分工负责. */
export function takeRoleVerb(entry: string): RoleVerb {
  for (const { pattern, role } of ROLE_VERBS) {
    const match = pattern.exec(entry);
    if (match && match[0] !== '') return { name: entry.slice(0, match.index), role, each: /分别|各自|均/.test(match[0]) };
  }
  const division = DIVISION_ALONE.exec(entry);
  if (division) return { name: entry.slice(0, division.index), role: null, each: /分别|各自|均/.test(division[0]) };
  const manner = /(?:分别|各自|各负其责|各司其职)$/.exec(entry);
  return { name: manner ? entry.slice(0, manner.index) : entry.replace(OVERSEES, ''), role: null, each: manner !== null };
}

/** A role printed in brackets after a name: 市教育局（牵头单位）. */
export function roleOfNote(note: string): Role | null {
  if (/^(?:总)?(?:牵头|主责|主办|主要责任|第一责任)(?:单位|部门|科室|股室|处室|负责|责任单位)?$/.test(note)) return 'LEAD';
  if (/^(?:配合|协办|协助|参与|参加|协同)(?:单位|部门|科室|股室|处室)?$/.test(note)) return 'SUPPORTING';
  return /^(?:责任|承办|落实|实施)(?:单位|部门|科室|股室|处室)$/.test(note) ? 'RESPONSIBLE' : null;
}

/** A note that says that the first body of a list leads it. */
export function saysFirstLeads(printed: string): boolean {
  return /(?:第一|首位|首个|排在?最?前|列在?最?前)[^，。；]{0,12}(?:牵头|主责|主办)/.test(printed);
}
