/** What a spreadsheet program would take for a formula or a command; and markup, at the head of a file a web page. */
const dangerous = /^'*[=+\-@\t\r<]/u;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/u;

/** A cell that no program reads as a formula, nor its file as a web page: an apostrophe before what looks like one. Plain numbers stay. */
export function quotedCell(text: string): string {
  return dangerous.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** The text of a cell that `quotedCell` wrote. */
export function unquotedCell(text: string): string {
  return /^'+[=+\-@\t\r<]/u.test(text) ? text.slice(1) : text;
}
