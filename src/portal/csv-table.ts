import type { Cell } from '../open-data';
import type { PageRequest } from './page';

/** Rows of a table or chart as a file. The columns have the names that the open data gives them. */
export interface CsvRows {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** A table of a page as a file: the address has the same query as the page, and leads to the same rows. */
export interface CsvTable {
  /** Ends in `.csv`; its last part is the name of the file. */
  path: string;
  /** Throws `PageMissing` where there is nothing to show. */
  load(request: PageRequest): Promise<CsvRows>;
}
