import iconv from 'iconv-lite';
import { UnreadableDocumentError } from './unreadable-document.error';

export interface DecodedText {
  text: string;
  encoding: string;
}

const REPLACEMENT = '\ufffd';
/** A text cut or damaged in a few places is still UTF-8: as GB18030 it would be unreadable throughout. */
const TOLERATED_DAMAGE = 0.005;
const TOLERATED_CONTROLS = 0.01;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** UTF-16 without a mark: every other byte of its ASCII characters is zero. */
function utf16WithoutMark(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > sample.length / 50 && even === 0) return 'utf-16le';
  if (even > sample.length / 50 && odd === 0) return 'utf-16be';
  return null;
}

function choose(bytes: Buffer): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: iconv.decode(bytes, 'utf-16le'), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: iconv.decode(bytes, 'utf-16be'), encoding: 'utf-16be' };
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return { text: iconv.decode(bytes, wide), encoding: wide };
  const utf8 = bytes.toString('utf8');
  const damage = count(utf8, /\ufffd/g);
  if (damage === 0) return { text: utf8, encoding: 'utf-8' };
  const gb = iconv.decode(bytes, 'gb18030');
  const preferUtf8 = damage <= utf8.length * TOLERATED_DAMAGE && /[\u4e00-\u9fff]/.test(utf8);
  return preferUtf8 || count(gb, /\ufffd/g) > damage ? { text: utf8, encoding: 'utf-8' } : { text: gb, encoding: 'gb18030' };
}

/** The characters of a text file: a byte order mark decides, then UTF-8 where the bytes are valid, then GB18030. */
export function decodeText(bytes: Buffer): DecodedText {
  const decoded = choose(bytes);
  const text = decoded.text.replace(/^\ufeff/, '');
  const strange = count(text, /[\u0000-\u0008\u000e-\u001f]/g) + count(text, new RegExp(REPLACEMENT, 'g'));
  if (strange > text.length * TOLERATED_CONTROLS) {
    throw new UnreadableDocumentError(
      'NOT_TEXT',
      '文件既不是可识别的文档格式，也不是文本。请另存为 UTF-8 文本后重试。',
      'The file is neither a known document format nor text. Save it as UTF-8 text and try again.',
    );
  }
  return { text, encoding: decoded.encoding };
}
