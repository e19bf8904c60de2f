import { UnreadableDocumentError } from '../unreadable-document.error';

/** The file breaks the rules of its own format: cut short, changed on the way, or put together by hand. */
export function damaged(): UnreadableDocumentError {
  return new UnreadableDocumentError(
    'DAMAGED',
    '文件已损坏或不完整。请用 Word、Excel 或 WPS 打开并另存后重试。',
    'The file is damaged or incomplete. Open it in Word, Excel or WPS, save it again and try again.',
  );
}

export function encrypted(): UnreadableDocumentError {
  return new UnreadableDocumentError(
    'ENCRYPTED',
    '文件已加密。请先在 Word、Excel 或 WPS 中取消打开密码，另存后重试。',
    'The file is encrypted. Remove its password in Word, Excel or WPS, save it and try again.',
  );
}

export function unpacksTooLarge(): UnreadableDocumentError {
  return new UnreadableDocumentError(
    'TOO_LARGE',
    '文件解压后过大。请删去空白的行列和图片，或只保留计划正文后另存重试。',
    'The file unpacks to too much. Remove blank rows, blank columns and pictures, or keep only the plan, save it and try again.',
  );
}

export function unsupported(chinese: string, english: string, chineseAdvice: string, englishAdvice: string): UnreadableDocumentError {
  return new UnreadableDocumentError(
    'UNSUPPORTED_FORMAT',
    `这是${chinese}，暂不能读取。${chineseAdvice}`,
    `This is ${english}, which cannot be read yet. ${englishAdvice}`,
  );
}
