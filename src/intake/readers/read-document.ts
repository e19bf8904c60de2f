import type { SourceDocumentModel } from '../document';
import { binaryContentType, looksLikeHtml } from './content-type';
import { decodeText } from './decode-text';
import { readHtml } from './html/html.reader';
import { refuseOle } from './ole/ole.reader';
import { readPdf } from './pdf/pdf.reader';
import { readText } from './text.reader';
import { UnreadableDocumentError } from './unreadable-document.error';
import { readZip } from './zip/zip.reader';

/** One per binary format; a format without a reader is refused. */
export type BinaryReader = (bytes: Buffer) => Promise<SourceDocumentModel>;

const BINARY_READERS = new Map<string, BinaryReader>([
  ['application/zip', readZip],
  ['application/pdf', readPdf],
  ['application/x-ole-storage', refuseOle],
]);

function refuse(chinese: string, english: string): never {
  throw new UnreadableDocumentError(
    'UNSUPPORTED_FORMAT',
    `这是${chinese}，暂不能读取。请将正文另存为纯文本（UTF-8）后重试；扫描件须先识别文字。`,
    `This is ${english}, which cannot be read yet. Save its text as plain text (UTF-8) and try again; a scan needs text recognition first.`,
  );
}

/** Reads a document of any supported type. The type is decided by the content. Throws UnreadableDocumentError. */
export async function readDocument(bytes: Buffer): Promise<SourceDocumentModel> {
  const binary = binaryContentType(bytes);
  if (binary !== null) {
    const reader = BINARY_READERS.get(binary.mediaType);
    return reader === undefined ? refuse(binary.chinese, binary.english) : reader(bytes);
  }
  return looksLikeHtml(decodeText(bytes).text) ? readHtml(bytes) : readTextDocument(bytes);
}

/** Reads a document that is text of whatever encoding and layout. */
export function readTextDocument(bytes: Buffer): SourceDocumentModel {
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '') {
    throw new UnreadableDocumentError('EMPTY_DOCUMENT', '文件没有内容。', 'The file is empty.');
  }
  return readText(text, encoding);
}
