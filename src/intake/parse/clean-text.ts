/** White space of every kind, the line and paragraph separators, zero-width marks and the byte order mark. */
const SPACE = '[\\s\\u0085\\u200b-\\u200f\\u2028\\u2029\\u2060\\ufeff\\ufffc]';
const SPACES = new RegExp(`${SPACE}+`, 'g');
const TAGS = /<\/?(?:p|br|span|div|b|i|u|strong|em|font|a|o:p|sup|sub)(?:\s[^<>]{0,300})?\/?>/gi;
const ENTITIES: Record<string, string> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&ldquo;': '“',
  '&rdquo;': '”',
};

/** Text of a web page that was copied with its markup. */
export function withoutMarkup(text: string): string {
  return text.replace(TAGS, '').replace(/&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo);/gi, (entity) => ENTITIES[entity.toLowerCase()] ?? entity);
}

/** The text without white space: Chinese needs none, and line breaks inside a cell mean nothing. Latin words stay apart. */
export function cleanText(text: string): string {
  return withoutMarkup(text)
    .replace(SPACES, ' ')
    .replace(/(?<![A-Za-z]) | (?![A-Za-z])/g, '')
    .trim();
}

/** Bold, headings, quotes and list marks of Markdown at the edges of a line. */
export function withoutMarkdown(line: string): string {
  return line
    .replace(/\*\*|__/g, '')
    .replace(/^\s*(?:#{1,6}\s+|>\s+|[-*+•·●◆■]\s+)/, '')
    .trimEnd();
}
