import { readNumber } from './chinese-numerals';

const DATE = /(20\d{2}|19\d{2})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})\s*日?/;
const HAN_DATE = /([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/;
/** Digits of full width as the usual ones. */
const narrow = (text: string): string => text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
const ONLY_DATE = new RegExp(`^[（(]?(?:${DATE.source}|${HAN_DATE.source})[）)]?(?:印发)?$`);
const LABELLED = /(?:成文日期|发文日期|印发日期|发布日期|公开日期|成文时间|发文时间|发布时间|印发时间|生成日期|日期)[：:\s]*/;

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** The first whole date of a text, as ISO; null where there is none. */
export function readIssueDate(text: string): string | null {
  const digits = DATE.exec(narrow(text));
  if (digits !== null) return isoDate(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  const han = HAN_DATE.exec(text);
  if (han?.[1] === undefined || han[2] === undefined || han[3] === undefined) return null;
  return isoDate(readNumber(han[1]) ?? 0, readNumber(han[2]) ?? 0, readNumber(han[3]) ?? 0);
}

/** The date of a line that holds nothing else, as under a signature. */
export function readDateLine(line: string): string | null {
  return ONLY_DATE.test(narrow(line)) ? readIssueDate(line) : null;
}

/** 成文日期：2023-04-24, as web pages print it. */
export function readLabelledDate(line: string): string | null {
  const label = LABELLED.exec(line);
  return label === null || label.index > 2 ? null : readIssueDate(line.slice(label[0].length + label.index));
}

/** The year of a title: 2023年 or 二〇二三年; null where it names none. */
export function readTitleYear(title: string): number | null {
  const digits = /((?:19|20)\d{2})\s*(?:年|[-—–~～至]\s*20\d{2}年)/.exec(narrow(title));
  if (digits !== null) return Number(digits[1]);
  const han = /([一二][〇○零一二三四五六七八九]{3})年/.exec(title);
  return han?.[1] === undefined ? null : readNumber(han[1]);
}
