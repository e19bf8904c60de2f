import type { SourceDocumentModel } from '../../document';
import { encrypted, unsupported } from '../zip/office-refusals';

/** The names of its streams stand in the file in UTF-16. */
function holdsStream(bytes: Buffer, name: string): boolean {
  return bytes.includes(Buffer.from(name, 'utf16le'));
}

/**
 * A compound file: an office file that a password encrypts, or a document of the formats before 2007. Neither is read; the
 * names of its streams tell which it is and so what its owner can do.
 */
export async function refuseOle(bytes: Buffer): Promise<SourceDocumentModel> {
  if (holdsStream(bytes, 'EncryptedPackage') || holdsStream(bytes, 'EncryptionInfo')) throw encrypted();
  if (holdsStream(bytes, 'WordDocument')) {
    throw unsupported('旧版 Word 文件（.doc）', 'a legacy Word file (.doc)', '请另存为 .docx 后重试。', 'Save it as .docx and try again.');
  }
  if (holdsStream(bytes, 'Workbook') || holdsStream(bytes, 'Book')) {
    throw unsupported(
      '旧版 Excel 文件（.xls）',
      'a legacy Excel file (.xls)',
      '请另存为 .xlsx 后重试。',
      'Save it as .xlsx and try again.',
    );
  }
  throw unsupported(
    '旧版 Office 或 WPS 文件',
    'a legacy Office or WPS file',
    '请另存为 .docx 或 .xlsx 后重试。',
    'Save it as .docx or .xlsx and try again.',
  );
}
