import type { SourceDocumentModel } from '../../document';
import { UnreadableDocumentError } from '../unreadable-document.error';
import { OfficePackage } from '../zip/office-package';
import type { XmlVisit } from '../zip/xml-elements';
import { ListNumbering } from './list-numbering';
import { ParagraphStyles } from './paragraph-styles';
import { Story } from './story';
import { joinCutTables } from './word-table';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Of the properties, those that bear on what is printed; fonts, sizes and borders would be most of what is kept. */
const KEPT_PROPERTIES: Record<string, ReadonlySet<string>> = {
  'w:pPr': new Set(['w:pStyle', 'w:numPr', 'w:rPr']),
  'w:rPr': new Set(['w:vanish', 'w:del', 'w:moveFrom']),
  'w:tcPr': new Set(['w:gridSpan', 'w:vMerge', 'w:hMerge', 'w:cellDel']),
  'w:trPr': new Set(['w:gridBefore', 'w:del', 'w:hidden']),
};
const NEVER_KEPT = new Set([
  'w:tblPr',
  'w:tblGrid',
  'w:tblPrEx',
  'w:sdtPr',
  'mc:Fallback',
  'w:proofErr',
  'w:bookmarkStart',
  'w:bookmarkEnd',
]);

/** Paragraphs and tables are read one by one as they come; wrappers around them are passed through. */
function bodyOf(story: Story): XmlVisit {
  return {
    wanted: new Set(['w:p', 'w:tbl', 'mc:Fallback']),
    keeps: (parent, child) => !NEVER_KEPT.has(child) && (KEPT_PROPERTIES[parent]?.has(child) ?? true),
    textIn: new Set(['w:t', 'm:t']),
    visit: (element) => story.take(element),
  };
}

/**
 * Reads a Word file as it would be printed with all changes accepted: deleted and hidden text is left out, numbers of
 * lists are printed, headers, footers, notes, comments, macros and linked contents are not read. Throws UnreadableDocumentError.
 */
export async function readDocx(bytes: Buffer): Promise<SourceDocumentModel> {
  const office = await OfficePackage.open(bytes);
  const main = await office.mainPart('word/document.xml');
  const links = [...(await office.relationships(main)).values()];
  const part = (type: string): string | undefined => links.find((link) => link.type === type)?.target;
  const story = new Story({
    numbering: await ListNumbering.read(office, part('numbering')),
    styles: await ParagraphStyles.read(office, part('styles')),
  });
  await office.visit(main, bodyOf(story));
  if (story.blocks.length === 0) {
    throw new UnreadableDocumentError(
      'EMPTY_DOCUMENT',
      '文件没有文字；若为扫描图片，请先识别文字。',
      'The file holds no text; if it holds scanned pictures, have their text recognised first.',
    );
  }
  return { mediaType: MEDIA_TYPE, encoding: null, blocks: joinCutTables(story.blocks) };
}
