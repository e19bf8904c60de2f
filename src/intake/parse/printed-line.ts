import type { FlowBlock } from './document-flow';
import { cleanText } from './clean-text';

/** One physical line of a paragraph, without white space, and the block that it stands in. */
export interface PrintedLine {
  text: string;
  block: number;
}

/** Tables interrupt the lines; their place is kept by the block's index. */
export function printedLines(blocks: readonly FlowBlock[]): PrintedLine[] {
  return blocks.flatMap((block, index) =>
    block.kind === 'table'
      ? []
      : block.text
          .split('\n')
          .map((text) => ({ text: cleanText(text), block: index }))
          .filter(({ text }) => text !== ''),
  );
}

const UNIT_LINE = /(?:政府|办公室|办公厅|委员会|委|局|厅|中心|管委会|办|领导小组|街道|街道办事处|部|院|处|公司|大学|学校)$/;

/** The organ of a letterhead: 甲市人民政府办公室文件. */
export function letterheadOrgan(text: string): string | null {
  const organ = text.replace(/文件$/, '');
  return isOrganLine(organ) ? organ : null;
}

/** An organ's name on a line of its own, as in a letterhead or a signature. */
export function isOrganLine(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= 40 &&
    UNIT_LINE.test(text) &&
    !/[，。；：、“”《》]/.test(text) &&
    !/^(?:关于|附件|第|中共中央关于)/.test(text)
  );
}
