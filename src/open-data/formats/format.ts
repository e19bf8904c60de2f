import type { Dataset, Row } from '../fields';

/** A file format of the open data. All formats of a dataset have the same rows, in the same order. */
export interface Format {
  extension: 'jsonl' | 'csv' | 'xlsx' | 'parquet';
  mediaType: string;
  title: string;
  /** Bytes as they come, in memory that does not grow with the number of rows. */
  encode: (dataset: Dataset, batches: AsyncIterable<readonly Row[]>) => AsyncIterable<Uint8Array>;
}
