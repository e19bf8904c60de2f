import type { TextRun } from './pdf-page';

/** A line of text, from left to right. */
export interface PrintedLine {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  /** Its parts, between which there is more than a space. */
  segments: TextRun[];
  /** Its smallest parts, between which there is a space at least. */
  words: TextRun[];
}

/** Runs whose baselines differ by less than this share of their size stand in one line. */
const SAME_BASELINE = 0.45;
/** A gap wider than this, in sizes of the type, is a space. */
const SPACE = 0.25;
/** A gap wider than this is more than a space. */
const COLUMN_GAP = 0.9;

/** Runs that stand nearer to one another than a share of their size, joined. */
function joined(sorted: readonly TextRun[], apart: number): TextRun[] {
  const parts: TextRun[] = [];
  for (const run of sorted) {
    const last = parts[parts.length - 1];
    const gap = last === undefined ? Infinity : run.left - last.right;
    const size = Math.max(run.size, last?.size ?? 0);
    if (last === undefined || gap > size * apart) parts.push({ ...run });
    else {
      last.text += `${gap > size * SPACE ? ' ' : ''}${run.text}`;
      last.right = Math.max(last.right, run.right);
      last.size = size;
    }
  }
  return parts;
}

function lineOf(runs: readonly TextRun[]): PrintedLine {
  const sorted = [...runs].sort((left, right) => left.left - right.left);
  const segments = joined(sorted, COLUMN_GAP);
  const first = segments[0]!;
  return {
    text: segments.map(({ text }) => text).join(' '),
    left: first.left,
    right: Math.max(...segments.map(({ right }) => right)),
    baseline: first.baseline,
    size: Math.max(...segments.map(({ size }) => size)),
    segments,
    words: joined(sorted, SPACE).filter(({ text }) => text.trim() !== ''),
  };
}

/** The same character printed twice, a little apart, to look bold. */
function withoutShadows(runs: readonly TextRun[]): TextRun[] {
  const kept = new Map<string, TextRun[]>();
  return runs.filter((run) => {
    const key = run.text;
    const same = kept.get(key) ?? [];
    const near = same.slice(-4);
    if (near.some((other) => Math.abs(other.left - run.left) < run.size * 0.2 && Math.abs(other.baseline - run.baseline) < run.size * 0.2))
      return false;
    kept.set(key, [...near, run]);
    return true;
  });
}

/** Runs of text as lines, from top to bottom. */
export function printedLines(runs: readonly TextRun[]): PrintedLine[] {
  const sorted = withoutShadows(runs).sort((left, right) => left.baseline - right.baseline);
  const lines: TextRun[][] = [];
  let baseline = -Infinity;
  for (const run of sorted) {
    const last = lines[lines.length - 1];
    if (last !== undefined && run.baseline - baseline <= Math.min(run.size, last[0]?.size ?? run.size) * SAME_BASELINE) last.push(run);
    else {
      lines.push([run]);
      baseline = run.baseline;
    }
  }
  return lines.map(lineOf);
}
