import { looksLikeDeadline, looksLikeUnits } from './cell-nature';
import { FOR_ALL, LONG_LABEL, labelsIn, mergeDuties, readDutyFields, startsWithLabel, type DutySuffix } from './duty-fields';

const BARE_UNITS_TAIL =
  /(?:牵头|配合|负责|落实|参与|参加|承办|协助|组织实施|按职责分工|分工负责|(?:分别|各自|共同|具体)(?:办理|实施|承担|推进|组织|抓好|完成))$/;
/** Notes to the text that end like names of bodies: （如市政府网站、政务大厅）, （以下简称领导小组）, （市、县、乡）. */
const NO_SUFFIX =
  /^(?:如|例如|比如|包括|含|即|以下|简称|下称|见|详见|参见|不含|除|指|特别是|尤其|同时|其中|原|现|共|由.{1,8}改)|^[省市县区州旗盟乡镇村街道级、，及和]{1,12}$/;

/** Whether what a closing bracket holds is a suffix and no note to the text. */
function isSuffix(content: string): boolean {
  if (startsWithLabel(content)) return true;
  if (FOR_ALL.test(content)) return looksLikeDeadline(content.replace(FOR_ALL, ''));
  if (NO_SUFFIX.test(content)) return false;
  const parts = content.split(/[；;，,。]/).filter((part) => part !== '');
  const units = parts.filter((part) => BARE_UNITS_TAIL.test(part) || (looksLikeUnits(part) && part.length >= 3));
  if (BARE_UNITS_TAIL.test(content.replace(/。$/, '')) && content.length >= 4) return true;
  return units.length > 0 && parts.every((part) => units.includes(part) || looksLikeDeadline(part));
}

const OPENING = '（([【〔〈';
const CLOSING = '）)]】〕〉';

export interface SuffixFound {
  /** Index of the opening bracket. */
  start: number;
  /** Index after the closing bracket. */
  end: number;
  content: string;
}

/** All bracketed suffixes of a text, in order; brackets may stand in brackets (各县（市、区）). */
export function findSuffixes(text: string): SuffixFound[] {
  const found: SuffixFound[] = [];
  const open: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (OPENING.includes(character)) open.push(index);
    // A bracket that is never closed must not swallow the suffixes of the sentences after it.
    else if (character === '。' && !CLOSING.includes(text[index + 1] ?? '。')) open.length = 0;
    else if (CLOSING.includes(character) && open.length > 0) {
      const start = open.pop() ?? 0;
      if (open.length > 0) continue;
      const content = text.slice(start + 1, index);
      const following = text[index + 1] ?? '。';
      const closes = /[。；;\s]/.test(following) || index + 1 === text.length || /[。；;！]/.test(text[start - 1] ?? '');
      if (content.length <= 1500 && closes && isSuffix(content)) found.push({ start, end: index + 1, content });
    }
  }
  return found;
}

/** What follows a label is judged by so many of its characters. */
const JUDGED_LENGTH = 300;
/** A suffix has a handful of labels; a text with more of them is no task. */
const MOST_LABELS = 12;

/** Whether a label inside a paragraph begins a suffix that runs to its end: …。责任单位：市教育局。 */
function beginsSuffix(text: string, mark: RegExpExecArray): boolean {
  if (mark.index === 0 || /[。；;！）)\s]/.test(text[mark.index - 1] ?? '')) return true;
  const start = mark.index + mark[0].length;
  const value = text.slice(start, start + JUDGED_LENGTH).replace(/[；;。][^]*$/, '');
  return mark[0].length > LONG_LABEL && looksLikeUnits(value);
}

function findTrailingLabel(text: string): number {
  const marks = labelsIn(text);
  if (marks.length > MOST_LABELS) return -1;
  return marks.find((mark) => beginsSuffix(text, mark))?.index ?? -1;
}

export interface DutySplit {
  text: string;
  duty: DutySuffix | null;
}

/** …。——市教育局负责: who bears the task behind a dash at its end. */
const DASHED = /[。；！]?[\s]*[—－–─]{2}([^—－–─。]{3,300})。?$/;

function splitOnce(text: string): DutySplit {
  const suffixes = findSuffixes(text);
  const last = suffixes[suffixes.length - 1];
  if (last !== undefined && /^[。；;\s]*$/.test(text.slice(last.end))) {
    const before = text.slice(0, last.start).trimEnd();
    const stop = /[。；！？]$/.test(before) || before === '' ? '' : text.slice(last.end).trim();
    return { text: before + stop, duty: readDutyFields(last.content.replace(/。$/, '')) };
  }
  const dashed = DASHED.exec(text);
  if (dashed?.[1] !== undefined && isSuffix(dashed[1]) && !startsWithLabel(dashed[1])) {
    const stop = /^[。；！]/.exec(dashed[0])?.[0] ?? '';
    return { text: text.slice(0, dashed.index) + stop, duty: readDutyFields(dashed[1]) };
  }
  const label = findTrailingLabel(text);
  if (label < 0) return { text, duty: null };
  return { text: text.slice(0, label).replace(/[\s—－–-]+$/, ''), duty: readDutyFields(text.slice(label).replace(/。$/, '')) };
}

/** 牵头, 配合 and deadline may stand in brackets of their own; more of them is no suffix. */
const MOST_SUFFIXES = 4;

/** The text without its closing suffix or suffixes, and what they say. */
export function splitDutySuffix(text: string): DutySplit {
  let split: DutySplit = { text, duty: null };
  for (let count = 0; count < MOST_SUFFIXES; count += 1) {
    const next = splitOnce(split.text);
    if (next.duty === null) break;
    split = { text: next.text, duty: split.duty === null ? next.duty : mergeDuties(next.duty, split.duty) };
  }
  return split;
}
