export type { Bilingual, Cell, Dataset, Field, FieldType, Row } from './field';
export { datasets } from './datasets';
export { rowsOf } from './rows-of';
