import iconv from 'iconv-lite';
import { decodeText, type DecodedText } from '../decode-text';

const DECLARATION_BYTES = 4096;
const DECLARED = /<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{3,20})/i;
/** A page in these is read as its superset. */
const CHINESE = /^(?:gb2312|gbk|gb18030|x-gbk|gb_2312-80|cp936|ms936|hz-gb-2312)$/i;

/**
 * The characters of a page. Bytes that are valid UTF-8 are that, whatever the page declares: pages change their encoding
 * more often than their declaration. Else the declaration holds, and where there is none the content decides.
 */
export function decodePage(bytes: Buffer): DecodedText {
  const declared = DECLARED.exec(bytes.subarray(0, DECLARATION_BYTES).toString('latin1'))?.[1] ?? null;
  const found = (): DecodedText => decodeText(bytes);
  const marked = (bytes[0] === 0xef && bytes[1] === 0xbb) || (bytes[0] === 0xff && bytes[1] === 0xfe) || bytes[0] === 0xfe;
  if (declared === null || marked || !bytes.toString('utf8').includes('\ufffd')) return found();
  if (CHINESE.test(declared)) return { text: iconv.decode(bytes, 'gb18030'), encoding: 'gb18030' };
  if (/^big5/i.test(declared)) return { text: iconv.decode(bytes, 'big5'), encoding: 'big5' };
  return found();
}
