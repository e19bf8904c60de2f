/**
 * What every reader gives, whatever the file's format: the document as a sequence of paragraphs and tables, with
 * positions, before any of its words is understood.
 */
export interface SourcePosition {
  /** 1-based page; null where the format has none. */
  page: number | null;
  /** Sheet name of a workbook; null elsewhere. */
  sheet: string | null;
  /** 1-based row within its table or sheet; null outside tables. */
  row: number | null;
  /** 1-based first line in a text file; null where the format has no lines. */
  line: number | null;
}

/** A run of text that belongs together; soft line breaks of the source are kept as "\n". */
export interface ParagraphBlock {
  kind: 'paragraph';
  text: string;
  position: SourcePosition;
}

/**
 * One printed cell. A merged cell stands once, where it begins, with its spans. `text` keeps the source's line breaks as
 * "\n". A cell that the source leaves blank is there with text "": whether it continues the cell above is for the parser.
 */
export interface TableCell {
  text: string;
  column: number;
  rowSpan: number;
  colSpan: number;
}

export interface TableRow {
  cells: TableCell[];
  position: SourcePosition;
}

export interface TableBlock {
  kind: 'table';
  rows: TableRow[];
  position: SourcePosition;
}

/** A word and its place on its line, in characters. */
export interface PlacedWord {
  text: string;
  start: number;
  end: number;
  /** Spaces before it. */
  gap: number;
}

/**
 * Lines of a text in which a table may hide whose cell borders were lost (text taken out of a PDF). The parser rebuilds
 * it from the wording. Lines are verbatim; blank ones are kept, since they separate blocks.
 * Where the source tells the places of words, these hold, whatever the text's spaces say.
 */
export interface FlowedBlock {
  kind: 'flowed';
  lines: { text: string; line: number; page: number | null; words?: readonly PlacedWord[] }[];
  position: SourcePosition;
}

export type DocumentBlock = ParagraphBlock | TableBlock | FlowedBlock;

export interface SourceDocumentModel {
  mediaType: string;
  /** Character encoding of a text format, such as "utf-8"; null for binary formats. */
  encoding: string | null;
  blocks: DocumentBlock[];
}
