import { joinText } from './fragments';

/** A line of a stack of category cells. */
export interface StackLine {
  text: string;
  width: number;
}

/** Consecutive lines of a stack as the cell they would be. */
export interface CategoryPiece {
  text: string;
  lines: readonly StackLine[];
  /** How ill it reads as a category, wherever it stands. */
  cost: number;
  /** Whether it begins as categories do. */
  begins: boolean;
  /** Whether a line inside it begins so too: it may be two. */
  hides: boolean;
}

const BEGINNINGS =
  /^(?:深入|深化|推进|推动|推行|做好|做实|做优|加强|加大|加快|提高|提升|提质|规范|切实|防范|进一步|全面|全力|大力|优化|增强|强化|夯实|完善|健全|建立|建好|打造|创新|落实|聚焦|围绕|着力|持续|不断|严格|积极|突出|拓展|拓宽|统筹|抓好|抓实|高标准|高质量|高效|构建|发挥|扩大|促进|完成|开展|改进|改善|培育|压实|注重|坚持|助力|稳步|扎实|有序|探索|充分|依法|及时|主动|紧扣|紧盯|维护|实施|丰富|细化|狠抓|用好|办好|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/;
const PAIRS = ['（）', '《》', '“”'] as const;

function balanceCost(text: string): number {
  let cost = /^[、，。；：）》”]/.test(text) ? 6 : 0;
  if (/[、，（《“]$/.test(text)) cost += 6;
  if (!/[（）《》“”]/.test(text)) return cost;
  for (const pair of PAIRS) if (text.split(pair.charAt(0)).length !== text.split(pair.charAt(1)).length) cost += 5;
  return cost;
}

/** A line inside a cell that begins as categories begin may begin one. */
function hidesBeginning(lines: readonly StackLine[]): boolean {
  const whole = lines.map(({ text }) => text).join('');
  let length = 0;
  for (const { text } of lines) {
    if (length >= 4 && whole.length - length >= 4 && BEGINNINGS.test(whole.slice(length, length + 6))) return true;
    length += text.length;
  }
  return false;
}

/** A stack's pieces, each looked at once, however often it is weighed. */
export class CategoryPieces {
  private readonly known = new Map<number, CategoryPiece>();

  constructor(
    readonly lines: readonly StackLine[],
    private readonly headings: ReadonlySet<string>,
  ) {}

  piece(from: number, to: number): CategoryPiece {
    const key = from * 1000 + to;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const lines = this.lines.slice(from, to);
    const text = joinText(lines.map((line) => line.text));
    const length = (text.length < 4 ? 2 : 0) + Math.max(0, text.length - 18) * 0.25;
    const cost = balanceCost(text) + length - (this.headings.has(text) ? 4 : 0);
    const piece = { text, lines, cost, begins: BEGINNINGS.test(text), hides: hidesBeginning(lines) };
    this.known.set(key, piece);
    return piece;
  }
}
