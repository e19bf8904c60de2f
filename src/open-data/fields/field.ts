/** Chinese, then English. */
export type Bilingual = readonly [zh: string, en: string];

/**
 * id: an opaque global id; text; texts: a list of texts; integer, number, boolean; date: a day, YYYY-MM-DD; instant: a moment
 * in UTC, to the millisecond.
 */
export type FieldType = 'id' | 'text' | 'texts' | 'integer' | 'number' | 'boolean' | 'date' | 'instant';

/** A column of the open data. Headers, schemas, dictionary and catalogue all come from it. */
export interface Field {
  name: string;
  type: FieldType;
  /** Where its value comes from, in SQL; for an id the database key. */
  column: string;
  /** For an id: the type of the record that it names. */
  idOf?: string;
  /** The dataset, and the field in it, that holds the record named here. */
  refersTo?: { dataset: string; field: string };
  title: Bilingual;
  description: Bilingual;
  /** What an empty cell means; left out where there is always a value. */
  absent?: Bilingual;
  /** Unit of a number. */
  unit?: Bilingual;
  /** The enum whose values it takes. */
  values?: object;
  example: string | number | boolean | readonly string[];
}

/** A table of the open data. */
export interface Dataset {
  /** Name of its files, without an extension. */
  name: string;
  title: Bilingual;
  description: Bilingual;
  /** What follows `from`. Its rows come in the order of their keys, which makes two releases comparable row by row. */
  source: string;
  /** The first is the id of the row. */
  fields: readonly [Field, ...Field[]];
}

/** Cells as they go into files: JSON values, ids and instants as text. */
export type Cell = string | number | boolean | readonly string[] | null;
export type Row = Readonly<Record<string, Cell>>;
