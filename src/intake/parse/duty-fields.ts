import { looksLikeDeadline } from './cell-nature';

/** Who bears a task and until when, as far as a suffix, a label or a column of its own prints it. */
export interface DutyFields {
  lead: string | null;
  responsible: string | null;
  supporting: string | null;
  official: string | null;
  deadline: string | null;
}

export interface DutySuffix extends DutyFields {
  /** The units' part as printed, labels included where there are several. */
  responsibleText: string | null;
}

export const NO_DUTY: DutySuffix = {
  lead: null,
  responsible: null,
  supporting: null,
  official: null,
  deadline: null,
  responsibleText: null,
};

const UNIT = '(?:单位|部门|处室|科室|股室|站所|站办所|办所|站办|科队|室所|镇街|机构|主体)';
const LABELS: [keyof DutyFields, string][] = [
  ['official', '(?:牵头|责任|分管|包抓|主管|县级|市级|区级)*(?:县级|市级|区级)?(?:领导|负责人|责任人)'],
  ['supporting', `(?:配合|协助|协办|参与|协同|支持|参加)(?:责任)?(?:${UNIT})?`],
  ['lead', `(?:牵头|主办|主责|牵头责任|第一责任)(?:${UNIT})?`],
  [
    'responsible',
    `(?:责任|负责|落实|承办|实施|承担|完成|执行|责任分工|分工)(?:(?:和|及|、)?(?:牵头|配合|协办))?(?:${UNIT}|单位)|责任分工|任务分工|职责分工|责任主体|牵头(?:及|和|、)(?:责任|配合)${UNIT}|(?:责任|牵头|负责)${UNIT}(?:及|和|与|、)(?:完成|办理|落实)?(?:时限|时间)`,
  ],
  [
    'deadline',
    '(?:工作|任务|整改|计划|办理|推进|落实)?(?:完成|办结|落实|整改|公开|实施|推进|办理)?(?:时限|时间|期限|时间要求|时限要求|时间节点|进度要求)(?:要求)?',
  ],
];

const LABEL = new RegExp(`(?:${LABELS.map(([field, words]) => `(?<${field}>${words})`).join('|')})[：:]`, 'g');
/** A long label is one wherever it stands; a short one (牵头：) only where no word runs into it. */
export const LONG_LABEL = 4;
const LABEL_START = new RegExp(`^(?:${LABELS.map(([, words]) => words).join('|')})[：:]`);
/** Marks around a value, and the brackets of 【责任单位：甲】【完成时限：6月】 that stand between two labels. */
const EDGE = /^[；;，,。、\s】〕\]]+|[；;，,、\s]*(?:[】〕\])）][；;，,、\s]*[【〔[(（])?[；;，,、\s]*$/g;

/** The labels of a text, in order. */
export function labelsIn(text: string): RegExpExecArray[] {
  return [...text.matchAll(LABEL)].filter((mark) => mark[0].length > LONG_LABEL || !/[\u4e00-\u9fff]/.test(text[mark.index - 1] ?? ''));
}

function trimEdges(text: string): string {
  return text.replace(EDGE, '');
}

/** Whether a paragraph is such a line: 责任单位：… */
export function startsWithLabel(text: string): boolean {
  return LABEL_START.test(text);
}

function add(fields: DutyFields, field: keyof DutyFields, value: string): void {
  const text = trimEdges(value);
  if (text === '') return;
  fields[field] = fields[field] === null ? text : `${fields[field]}；${text}`;
}

/** 以下任务除注明外均于…前完成: words that only say that a time holds for all that stands below. */
export const FOR_ALL =
  /^(?:以[下上]|上述|下列|本(?:部分|项|章)|各项)(?:任务|工作|事项|内容)*(?:除.{1,8}外)?[，,]?(?:均|都|应|须|需|要|一般|原则上)*(?:于|在)?(?=.{0,24}(?:完成|前|内|底)$)/;

/** Parts without a label: deadlines by their wording, the rest are units. */
function readUnlabelled(fields: DutyFields, text: string): void {
  for (const printed of text.split(/[；;]/)) {
    const part = printed.replace(FOR_ALL, '');
    const commas = part.split(/[，,]/);
    const last = commas[commas.length - 1] ?? '';
    if (looksLikeDeadline(part)) add(fields, 'deadline', part);
    else if (commas.length > 1 && looksLikeDeadline(last)) {
      add(fields, 'responsible', commas.slice(0, -1).join('，'));
      add(fields, 'deadline', last);
    } else if (commas.length > 1 && looksLikeDeadline(commas[0] ?? '')) {
      add(fields, 'deadline', commas[0] ?? '');
      add(fields, 'responsible', commas.slice(1).join('，'));
    } else add(fields, 'responsible', part);
  }
}

/** 责任单位：甲、乙，6月底前完成: a deadline may close the units without a label of its own. */
function addUnits(fields: DutyFields, field: 'lead' | 'responsible' | 'supporting', value: string): void {
  const last = /[；;，,]([^；;，,]{2,30})$/.exec(value);
  const closes = last?.[1] !== undefined && looksLikeDeadline(last[1]);
  add(fields, field, closes ? value.slice(0, last.index) : value);
  if (closes && last[1] !== undefined) add(fields, 'deadline', last[1]);
}

/** The parts of 责任单位：甲、乙；完成时限：6月底 or of 甲、乙按职责分工负责，6月底前. */
export function readDutyFields(printed: string): DutySuffix {
  const fields: DutySuffix = { ...NO_DUTY };
  const marks = labelsIn(printed);
  const first = marks[0]?.index ?? printed.length;
  if (marks.length === 0) readUnlabelled(fields, printed);
  else if (first > 0) readUnlabelled(fields, trimEdges(printed.slice(0, first)));
  marks.forEach((mark, index) => {
    const field = LABELS.find(([name]) => mark.groups?.[name] !== undefined)?.[0];
    const end = marks[index + 1]?.index ?? printed.length;
    if (field === undefined) return;
    const value = trimEdges(printed.slice(mark.index + mark[0].length, end));
    if (/[时期]限|时间/.test(mark[0]) && field !== 'deadline') readUnlabelled(fields, value);
    else if (field === 'deadline' || field === 'official') add(fields, field, value);
    else addUnits(fields, field, value);
  });
  fields.responsibleText = unitsAsPrinted(fields);
  return fields;
}

/** One kind of unit stands for itself; several keep their labels, so that who leads is seen. */
export function unitsAsPrinted(fields: DutyFields): string | null {
  const printed = [fields.lead, fields.responsible, fields.supporting].filter((text) => text !== null);
  if (printed.length <= 1) return printed[0] ?? null;
  return [
    fields.lead === null ? null : `牵头单位：${fields.lead}`,
    fields.responsible === null ? null : `责任单位：${fields.responsible}`,
    fields.supporting === null ? null : `配合单位：${fields.supporting}`,
  ]
    .filter((text) => text !== null)
    .join('；');
}

/** 牵头单位：甲 in one line or bracket and 配合单位：乙 in the next are one suffix; what was printed first is kept. */
export function mergeDuties(before: DutySuffix | null, label: DutySuffix): DutySuffix {
  if (before === null) return label;
  const merged = {
    lead: before.lead ?? label.lead,
    responsible: before.responsible ?? label.responsible,
    supporting: before.supporting ?? label.supporting,
    official: before.official ?? label.official,
    deadline: before.deadline ?? label.deadline,
  };
  const parts = [before.responsibleText, label.responsibleText].filter((text) => text !== null);
  return { ...merged, responsibleText: parts.length > 1 ? unitsAsPrinted(merged) : (parts[0] ?? null) };
}

/** The more particular fields, completed by the more general ones where those print nothing of the kind. */
export function completeDuty(own: DutySuffix | null, general: DutySuffix): DutySuffix {
  if (own === null) return general;
  const ownsUnits = own.lead !== null || own.responsible !== null || own.supporting !== null;
  const units = ownsUnits ? own : general;
  return {
    lead: units.lead,
    responsible: units.responsible,
    supporting: units.supporting,
    official: own.official ?? general.official,
    deadline: own.deadline ?? general.deadline,
    responsibleText: units.responsibleText,
  };
}
