/** A run of text as a page prints it; points from the upper left corner. */
export interface TextRun {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
}

/** A ruling line, level or upright. */
export interface Rule {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PdfPage {
  /** 1-based. */
  number: number;
  width: number;
  height: number;
  runs: TextRun[];
  rules: Rule[];
}
