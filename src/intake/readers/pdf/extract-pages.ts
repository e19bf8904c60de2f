import { fork } from 'node:child_process';
import { UnreadableDocumentError, type UnreadableCode } from '../unreadable-document.error';
import { uprightPage } from './upright-page';
import type { PdfPage } from './pdf-page';

const LIMITS = {
  pages: 500,
  /** Runs of text and ruling lines. */
  parts: 400_000,
  heapMb: 256,
  memoryMb: 440,
};
const LONGEST_MS = 60_000;
const MOST_AT_ONCE = 2;

/** [text, left, baseline, width, size, quarter turns] */
export type ExtractedRun = [string, number, number, number, number, number];
/** [left, top, right, bottom] */
export type ExtractedRule = [number, number, number, number];

export interface ExtractedPage {
  width: number;
  height: number;
  runs: ExtractedRun[];
  rules: ExtractedRule[];
}

type Failure = 'ENCRYPTED' | 'DAMAGED' | 'TOO_MANY_PAGES' | 'TOO_LARGE' | 'TOO_SLOW';
type Extraction = { pages: (ExtractedPage | null)[] } | { failure: Failure };

const REFUSALS: Record<Failure, [code: UnreadableCode, chinese: string, english: string]> = {
  ENCRYPTED: [
    'UNSUPPORTED_FORMAT',
    'PDF 已加密，须密码才能打开。请去除密码后重试。',
    'The PDF is encrypted and needs a password. Remove the password and try again.',
  ],
  DAMAGED: [
    'UNSUPPORTED_FORMAT',
    'PDF 已损坏，无法打开。请重新下载或重新导出后重试。',
    'The PDF is damaged and cannot be opened. Download or export it again and try again.',
  ],
  TOO_MANY_PAGES: [
    'TOO_LARGE',
    `PDF 超过 ${LIMITS.pages} 页。请只保留计划及其附件后重试。`,
    `The PDF has more than ${LIMITS.pages} pages. Keep only the plan and its annexes and try again.`,
  ],
  TOO_LARGE: [
    'TOO_LARGE',
    'PDF 内容过于庞大，无法读取。请只保留计划及其附件后重试。',
    'The content of the PDF is too large. Keep only the plan and its annexes and try again.',
  ],
  TOO_SLOW: [
    'TOO_LARGE',
    'PDF 过于复杂，读取超时。请重新导出后重试。',
    'The PDF is too complex and was not read in time. Export it anew and try again.',
  ],
};

/**
 * Opens the file in a process of its own, which has its own limits of time and memory: a file made to do harm can end
 * nothing but that process.
 */
function extract(bytes: Buffer): Promise<Extraction> {
  return new Promise((resolve) => {
    const child = fork(require.resolve('./extraction-process.cjs'), [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      env: {},
    });
    const settle = (extraction: Extraction): void => {
      clearTimeout(timer);
      resolve(extraction);
      child.removeAllListeners();
      child.on('error', () => undefined);
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => settle({ failure: 'TOO_SLOW' }), LONGEST_MS);
    child.once('message', (message) => settle(message as Extraction));
    child.once('error', () => settle({ failure: 'DAMAGED' }));
    child.once('exit', () => settle({ failure: 'TOO_LARGE' }));
    child.send({ bytes, limits: LIMITS }, () => undefined);
  });
}

let running = 0;
const waiting: (() => void)[] = [];

/** Several large files at once would need the memory of all of them. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  while (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** Text and ruling lines of all pages that can be read. Throws UnreadableDocumentError. */
export async function extractPages(bytes: Buffer): Promise<PdfPage[]> {
  const extraction = await inTurn(() => extract(bytes));
  if ('failure' in extraction) throw new UnreadableDocumentError(...REFUSALS[extraction.failure]);
  return extraction.pages.flatMap((page, index) => (page === null ? [] : [uprightPage(page, index + 1)]));
}
