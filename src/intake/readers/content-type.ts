/** What a file is by its first bytes; its name is not asked. */
export interface ContentType {
  mediaType: string;
  chinese: string;
  english: string;
}

function startsWith(bytes: Buffer, signature: number[], offset = 0): boolean {
  return signature.every((byte, index) => bytes[offset + index] === byte);
}

const SIGNATURES: { bytes: number[]; offset?: number; type: ContentType }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    type: { mediaType: 'application/zip', chinese: 'Word、Excel 或压缩文件', english: 'a Word, Excel or ZIP file' },
  },
  { bytes: [0x50, 0x4b, 0x05, 0x06], type: { mediaType: 'application/zip', chinese: '空的压缩文件', english: 'an empty ZIP file' } },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    type: {
      mediaType: 'application/x-ole-storage',
      chinese: '旧版 Word/Excel（.doc、.xls）或加密文件',
      english: 'a legacy .doc or .xls, or an encrypted file',
    },
  },
  { bytes: [0x89, 0x50, 0x4e, 0x47], type: { mediaType: 'image/png', chinese: 'PNG 图片', english: 'a PNG image' } },
  { bytes: [0xff, 0xd8, 0xff], type: { mediaType: 'image/jpeg', chinese: 'JPEG 图片', english: 'a JPEG image' } },
  { bytes: [0x47, 0x49, 0x46, 0x38], type: { mediaType: 'image/gif', chinese: 'GIF 图片', english: 'a GIF image' } },
  { bytes: [0x49, 0x49, 0x2a, 0x00], type: { mediaType: 'image/tiff', chinese: 'TIFF 图片', english: 'a TIFF image' } },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], type: { mediaType: 'image/tiff', chinese: 'TIFF 图片', english: 'a TIFF image' } },
  { bytes: [0x57, 0x45, 0x42, 0x50], offset: 8, type: { mediaType: 'image/webp', chinese: 'WebP 图片', english: 'a WebP image' } },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], type: { mediaType: 'application/rtf', chinese: 'RTF 文件', english: 'an RTF file' } },
  { bytes: [0x1f, 0x8b], type: { mediaType: 'application/gzip', chinese: 'gzip 压缩文件', english: 'a gzip file' } },
  { bytes: [0x52, 0x61, 0x72, 0x21], type: { mediaType: 'application/vnd.rar', chinese: 'RAR 压缩文件', english: 'a RAR file' } },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], type: { mediaType: 'application/x-7z-compressed', chinese: '7z 压缩文件', english: 'a 7z file' } },
];

/** Readers of PDF accept a signature that stands a little inside the file. */
const PDF_SEARCH_BYTES = 1024;

/** The binary format of a file; null where its first bytes name none. */
export function binaryContentType(bytes: Buffer): ContentType | null {
  for (const { bytes: signature, offset, type } of SIGNATURES) {
    if (startsWith(bytes, signature, offset)) return type;
  }
  if (bytes.subarray(0, PDF_SEARCH_BYTES).includes('%PDF-')) {
    return { mediaType: 'application/pdf', chinese: 'PDF 文件', english: 'a PDF file' };
  }
  return null;
}

/** What only a page begins with, and what a text may begin with that was copied out of one. */
const PAGE_START =
  /^(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body|table|meta|title|link|style|script|section|article|div)[\s>]/i;
const PART_START = /^<(?:center|span|font|h[1-6]|p)[\s>]/i;
const TAG = /<\/?[a-z][a-z0-9]{0,9}[\s/>]/i;
/** Lines with cells between tabs, commas or pipes, which pages seldom have. */
const ROW = /\t|^[^<>]*[,，|][^<>]*[,，|]/;
const LINES_JUDGED = 200;

/** Whether a text is a web page: it begins with markup of a page, whatever comments and declarations go before, and goes on with it. */
export function looksLikeHtml(text: string): boolean {
  const start = text
    .slice(0, 4096)
    .replace(/<!--[^]*?-->/g, '')
    .trimStart();
  const isPart = PART_START.test(start);
  if (!isPart && !PAGE_START.test(start)) return false;
  const lines = text
    .slice(0, 100_000)
    .split(/\r?\n/, LINES_JUDGED)
    .filter((line) => line.trim() !== '');
  const tagged = lines.filter((line) => TAG.test(line)).length;
  // A table of which a cell was copied with its tags has rows without any.
  const rows = lines.filter((line) => ROW.test(line) && !TAG.test(line)).length;
  return isPart ? tagged * 2 >= lines.length : rows * 2 <= lines.length || tagged * 2 >= lines.length;
}
