import { csv } from './csv';
import type { Format } from './format';
import { jsonLines } from './json-lines';
import { parquet } from './parquet';
import { xlsx } from './xlsx';

export type { Format } from './format';
export { csvOf } from './csv';
export { jsonLines, linesOf, readJsonLines } from './json-lines';

/** Made from the JSON Lines of a release. */
export const derivedFormats: readonly Format[] = [csv, xlsx, parquet];
export const formats: readonly Format[] = [jsonLines, ...derivedFormats];
