import { stringify } from 'csv-stringify/sync';
import type { PlanGrid } from '../../intake';

/** The grid as CSV by RFC 4180, in UTF-8; with a byte order mark for spreadsheet programs that want one. */
export function renderCsv({ rows }: PlanGrid, { bom = false } = {}): Buffer {
  return Buffer.from(stringify(rows, { bom, record_delimiter: 'windows' }), 'utf8');
}
