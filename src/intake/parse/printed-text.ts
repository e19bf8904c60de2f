/**
 * White space is an accident of the layout a text was taken from: of a narrow column, a justified line, a page break.
 * U+200B..U+200D, U+2060 and U+FEFF have no width at all and come with text copied from web pages.
 */
const NOISE = /[\s\u0085\u200b-\u200d\u2060\ufeff]+/gu;

/** The printed characters without white space and line breaks; nothing else is changed. */
export function withoutWhitespace(text: string): string {
  return text.replace(NOISE, '');
}

const SAME_LENGTH_FORMS: Record<string, string> = {
  '％': '%',
  '—': '-',
  '–': '-',
  '―': '-',
  '─': '-',
  '－': '-',
  '～': '~',
  '〜': '~',
  '∼': '~',
  '＃': '#',
  '／': '/',
  '．': '.',
};

/**
 * A text for patterns to work on: full-width digits, letters and signs in their narrow form. It has the length of its
 * input, so that an index found in it holds in the printed text as well.
 */
export function narrowForms(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ％—–―─－～〜∼＃／．]/g, (char) => {
    return SAME_LENGTH_FORMS[char] ?? String.fromCharCode(char.charCodeAt(0) - 0xfee0);
  });
}

const CLOSING: Record<string, string> = {
  '（': '）)',
  '(': ')）',
  '【': '】',
  '[': ']',
  '〔': '〕',
  '《': '》',
  '“': '”',
  '‘': '’',
  '〈': '〉',
  '「': '」',
};

/**
 * For every character, whether it stands inside a pair of brackets, quotation marks or title marks of the given kinds
 * (the marks themselves do). A mark without its partner encloses nothing.
 */
export function enclosedPositions(text: string, openers = '（(【[〔《“‘〈「'): boolean[] {
  const enclosed = new Array<boolean>(text.length).fill(false);
  const open: { at: number; closers: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    const closers = openers.includes(char) ? CLOSING[char] : undefined;
    if (closers !== undefined) {
      open.push({ at, closers });
      continue;
    }
    const partner = open.findLastIndex((mark) => mark.closers.includes(char));
    if (partner < 0) continue;
    enclosed.fill(true, open[partner]!.at, at + 1);
    open.length = partner;
  }
  return enclosed;
}
