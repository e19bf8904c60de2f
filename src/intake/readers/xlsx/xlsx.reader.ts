import type { DocumentBlock, SourceDocumentModel } from '../../document';
import { UnreadableDocumentError } from '../unreadable-document.error';
import { OfficePackage } from '../zip/office-package';
import { sheetBlocks } from './sheet-blocks';
import { readSheetCells } from './sheet-cells';
import { printSheet } from './sheet-grid';
import { readWorkbook } from './workbook';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Reads a workbook as it would be printed: hidden sheets, and hidden rows and columns, those of a filter too, are left
 * out; numbers and dates stand as their cells show them; formulas, macros, links and comments are not looked at.
 * Throws UnreadableDocumentError.
 */
export async function readXlsx(bytes: Buffer): Promise<SourceDocumentModel> {
  const office = await OfficePackage.open(bytes);
  const workbook = await readWorkbook(office);
  const blocks: DocumentBlock[] = [];
  for (const { name, part } of workbook.sheets) {
    const cells = await readSheetCells(office, part, workbook);
    blocks.push(...sheetBlocks(printSheet(cells), name, cells.isHiddenRow));
  }
  if (blocks.length === 0) {
    throw new UnreadableDocumentError(
      'EMPTY_DOCUMENT',
      '工作簿没有可见的内容；隐藏的工作表、行和列不读取。',
      'The workbook shows nothing; hidden sheets, rows and columns are not read.',
    );
  }
  return { mediaType: MEDIA_TYPE, encoding: null, blocks };
}
