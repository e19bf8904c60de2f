import { looksLikeDeadline, looksLikeUnits, squeeze } from '../cell-nature';
import { isPageNumber, joinText, type FlowedLine } from './fragments';
import { numberValue } from './numbering';

/** A piece of text that blank lines part from others: a cell, or a part of one. */
export interface PartedItem {
  text: string;
  line: number;
  page: number | null;
  /** Whether it stands behind the item before it with nothing but a space or a line's end between them. */
  near: boolean;
}

/** How blocks are cut: as they stand, or wherever a line closes a sentence or a deadline, since rows may touch. */
export type Cut = 'BLOCKS' | 'LINES';

const CHINESE_GAP = /(?<=[\u3400-\u9fff，。、；：）”》])[ \u3000]+(?=[\u3400-\u9fff（“《])/;
/** 1.目录 2.公开: a number opens the cell behind the space as well. */
const NUMBER_GAP = /(?<=[\u3400-\u9fff。）])[ \u3000]+(?=[（(]?[0-9]{1,2}[.、）)](?![0-9]))/;

export function blocksOf(lines: readonly FlowedLine[]): FlowedLine[][] {
  const blocks: FlowedLine[][] = [];
  let open: FlowedLine[] = [];
  for (const line of lines) {
    const blank = line.text.trim() === '';
    const turned = open.length > 0 && open[0]?.page !== line.page;
    if ((blank || turned) && open.length > 0) {
      blocks.push(open);
      open = [];
    }
    if (!blank && !isPageNumber(line.text)) open.push(line);
  }
  return open.length > 0 ? [...blocks, open] : blocks;
}

/** Whether blank lines part the cells of these lines. */
export function isParted(lines: readonly FlowedLine[]): boolean {
  const blocks = blocksOf(lines);
  const printed = blocks.reduce((sum, block) => sum + block.length, 0);
  return blocks.length >= 6 && blocks.length * 5 >= printed * 2;
}

/** Lines of a block that stand for cells of their own: bare numbers, and what `cut` parts besides. */
function groupsOf(block: readonly FlowedLine[], cut: Cut): FlowedLine[][] {
  const groups: FlowedLine[][] = [];
  let open: FlowedLine[] = [];
  const close = (): void => {
    if (open.length > 0) groups.push(open);
    open = [];
  };
  block.forEach((line, index) => {
    const squeezed = squeeze(line.text);
    const atEdge = index === 0 || index === block.length - 1 || groups.length > 0;
    if (numberValue(squeezed) !== null && atEdge && open.every(({ text }) => !/[\u3400-\u9fff][，、]$/.test(text))) {
      close();
      groups.push([line]);
      return;
    }
    open.push(line);
    if (cut === 'LINES' && endsCell(open, block[index + 1])) close();
  });
  close();
  return groups;
}

/** A heading over the whole table is long enough for a line that no column holds. */
const CHAPTER_LINE = /^[一二三四五六七八九十]{1,3}、[^，。；]{8,}$/;

/** Whether lines are a whole sentence, deadline or list of bodies, and the next line does not go on with it. */
function endsCell(lines: readonly FlowedLine[], next: FlowedLine | undefined): boolean {
  const text = squeeze(joinLines(lines));
  const after = squeeze(next?.text ?? '');
  if (/[。；]$/.test(text) || (lines.length === 1 && CHAPTER_LINE.test(text))) return true;
  if (looksLikeDeadline(text)) return looksLikeDeadline(after) && !looksLikeDeadline(text + after);
  return looksLikeUnits(text) && looksLikeUnits(after) && after.length >= 3;
}

function partsOf(group: readonly FlowedLine[]): string[] {
  const text = joinLines(group);
  if (group.length > 1) return [text];
  return (group[0]?.text ?? '')
    .trim()
    .split(CHINESE_GAP)
    .flatMap((part) => part.split(NUMBER_GAP))
    .flatMap(splitBeforeDeadline)
    .map((part) => joinText([part]));
}

/** 市行政审批局 2022 年下半年: two cells on one line. */
function splitBeforeDeadline(text: string): string[] {
  for (const { index } of text.matchAll(/(?<=[\u3400-\u9fff）])[ \u3000]+(?=[0-9])/g)) {
    const [left, right] = [squeeze(text.slice(0, index)), squeeze(text.slice(index))];
    if (looksLikeUnits(left) && looksLikeDeadline(right)) return [left, right];
  }
  return [text];
}

function joinLines(group: readonly FlowedLine[]): string {
  return joinText(group.map(({ text }) => text));
}

/** The items of lines in which blank lines part the cells, in the order in which they are printed. */
export function itemsOf(lines: readonly FlowedLine[], cut: Cut): PartedItem[] {
  return blocksOf(lines).flatMap((block) =>
    groupsOf(block, cut).flatMap((group, at) =>
      partsOf(group).map((text, part) => ({ text, line: group[0]?.line ?? 0, page: group[0]?.page ?? null, near: at > 0 || part > 0 })),
    ),
  );
}
