/** One form for a document number: the year in 〔〕, no spaces, ASCII digits. */
export function normaliseDocumentNumber(printed: string): string {
  return printed
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[[(【{〔]([0-9]{4})[\])】}〕]/u, '〔$1〕');
}
