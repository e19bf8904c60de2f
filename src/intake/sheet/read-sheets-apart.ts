import { workApart } from '../work-apart';
import type { SheetTexts } from './read-sheets';

export type { SheetTexts } from './read-sheets';

/** Reads the cells of a workbook or a CSV file apart from the service. Throws DocumentRefused. */
export const readSheetsApart = (bytes: Buffer): Promise<SheetTexts[]> => workApart<SheetTexts[]>('sheet/read-sheets', { bytes });
