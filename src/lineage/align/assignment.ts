/** Beyond so many rows or columns that hang together the exact solution takes too long; then the best pairs are taken first. */
const MOST_FOR_OPTIMUM = 600;

export interface ScoredPair {
  row: number;
  column: number;
  /** Above 0. */
  score: number;
}

/** One-to-one pairs of rows and columns with the greatest sum of scores, out of those given. */
export function assign(pairs: readonly ScoredPair[]): ScoredPair[] {
  return connectedParts(pairs).flatMap((part) => {
    const [rows, columns] = [new Set(part.map(({ row }) => row)).size, new Set(part.map(({ column }) => column)).size];
    return Math.max(rows, columns) > MOST_FOR_OPTIMUM ? bestFirst(part) : optimum(part);
  });
}

/** Pairs that share no row or column with others cannot compete with them. */
function connectedParts(pairs: readonly ScoredPair[]): ScoredPair[][] {
  const parents = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    while (parents.has(root)) root = parents.get(root)!;
    for (let at = node; at !== root;) {
      const next = parents.get(at)!;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { row, column } of pairs) {
    const [a, b] = [rootOf(`r${row}`), rootOf(`c${column}`)];
    if (a !== b) parents.set(a, b);
  }
  const parts = new Map<string, ScoredPair[]>();
  for (const pair of pairs) {
    const root = rootOf(`r${pair.row}`);
    const part = parts.get(root);
    if (part) part.push(pair);
    else parts.set(root, [pair]);
  }
  return [...parts.values()];
}

function bestFirst(pairs: readonly ScoredPair[]): ScoredPair[] {
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  return pairs
    .toSorted((a, b) => b.score - a.score || a.row - b.row || a.column - b.column)
    .filter(({ row, column }) => {
      if (rows.has(row) || columns.has(column)) return false;
      rows.add(row);
      columns.add(column);
      return true;
    });
}

/** The Hungarian method by shortest augmenting paths, with potentials. */
function optimum(pairs: readonly ScoredPair[]): ScoredPair[] {
  const rows = [...new Set(pairs.map(({ row }) => row))].toSorted((a, b) => a - b);
  const columns = [...new Set(pairs.map(({ column }) => column))].toSorted((a, b) => a - b);
  const size = Math.max(rows.length, columns.length);
  const [rowAt, columnAt] = [new Map(rows.map((row, at) => [row, at])), new Map(columns.map((column, at) => [column, at]))];
  const scores = new Float64Array(size * size);
  for (const { row, column, score } of pairs) scores[rowAt.get(row)! * size + columnAt.get(column)!] = score;
  const rowOfColumn = cheapestRows(size, (row, column) => -scores[row * size + column]!);
  return rowOfColumn.flatMap((row, column) => {
    const score = scores[row * size + column]!;
    return score > 0 ? [{ row: rows[row]!, column: columns[column]!, score }] : [];
  });
}

/** For each column of a square matrix its row in the cheapest assignment. */
function cheapestRows(size: number, cost: (row: number, column: number) => number): number[] {
  const [rowPotential, columnPotential] = [new Float64Array(size + 1), new Float64Array(size + 1)];
  // Place 0 stands for "none"; rows and columns count from 1.
  const rowOf = new Int32Array(size + 1);
  for (let row = 1; row <= size; row += 1) {
    const [slack, before, done] = [new Float64Array(size + 1).fill(Infinity), new Int32Array(size + 1), new Uint8Array(size + 1)];
    rowOf[0] = row;
    let column = 0;
    do {
      done[column] = 1;
      const reached = rowOf[column]!;
      let [least, next] = [Infinity, 0];
      for (let other = 1; other <= size; other += 1) {
        if (done[other]) continue;
        const reduced = cost(reached - 1, other - 1) - rowPotential[reached]! - columnPotential[other]!;
        if (reduced < slack[other]!) {
          slack[other] = reduced;
          before[other] = column;
        }
        if (slack[other]! < least) [least, next] = [slack[other]!, other];
      }
      for (let other = 0; other <= size; other += 1) {
        if (done[other]) {
          rowPotential[rowOf[other]!]! += least;
          columnPotential[other]! -= least;
        } else slack[other]! -= least;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[before[column]!]!;
      column = before[column]!;
    }
  }
  return Array.from(rowOf.subarray(1), (row) => row - 1);
}
