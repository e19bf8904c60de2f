/**
 * A 发文字号: the organ's letters, the year in brackets of some kind, the number. Printed brackets vary ([2023], 【2023】,
 * （2023）); the standard's are 〔〕.
 */
const BRACKETS_OPEN = '[〔［\\[【（(﹝〈<「]';
const BRACKETS_CLOSE = '[〕］\\]】）)﹞〉>」]';
const NUMBER = `([\\u4e00-\\u9fffA-Za-z]{1,20})\\s*${BRACKETS_OPEN}\\s*((?:19|20)\\s*\\d\\s*\\d)\\s*(?:年)?\\s*${BRACKETS_CLOSE}\\s*(?:第)?\\s*(\\d(?:\\s?\\d){0,4})\\s*号`;
const ANYWHERE = new RegExp(NUMBER, 'g');
const LINE = new RegExp(
  `^(?:发文字号|文\\s*号|文件编号|文件号|文件文号|公文号|字号)?\\s*[：:]?\\s*${NUMBER}(?:\\s*(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日)?$`,
);

function normalise(organ: string, year: string, number: string): string {
  return `${organ}〔${year.replace(/\s/g, '')}〕${number.replace(/\s/g, '')}号`;
}

function narrowDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** The number that a line prints and nothing else; null where it is none. */
export function readDocumentNumberLine(line: string): string | null {
  const match = LINE.exec(narrowDigits(line.trim()));
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) return null;
  return normalise(match[1], match[2], match[3]);
}

/** The numbers inside a text, with where they stand. */
export function findDocumentNumbers(text: string): { number: string; start: number; end: number }[] {
  return [...narrowDigits(text).matchAll(ANYWHERE)].map((match) => ({
    number: normalise(match[1] ?? '', match[2] ?? '', match[3] ?? ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
