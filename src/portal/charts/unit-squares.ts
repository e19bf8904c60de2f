import { fontSizeOf, inkOf, textAt, widthOf, type ChartStyle, type Drawing, type Ink } from './chart';

/** Counts of several groups in several columns, such as months. */
export interface Squares {
  groups: readonly { title: string; values: readonly number[] }[];
  columns: readonly string[];
}

/** One square for one thing, up to so many in a place; beyond, columns whose height is the count. */
const mostSquares = 120;

interface Layout {
  ink: Ink;
  size: number;
  /** Where the first column begins, and how wide one is. */
  left: number;
  column: number;
  /** Side of a square and the gap after it, and how many stand side by side. */
  pitch: number;
  perLine: number;
  scale: number | null;
}

/** A line for each group; on it, over their month, as many squares as there are, or a column. */
export function unitSquares({ groups, columns }: Squares, style: ChartStyle): Drawing {
  const width = widthOf(style);
  const size = fontSizeOf(style);
  const left = style.isNarrow ? 0 : size * 7;
  const column = (width - left) / columns.length;
  const pitch = style.isNarrow ? 6 : 10;
  const most = Math.max(1, ...groups.flatMap(({ values }) => values));
  const perLine = Math.max(1, Math.floor((column - 8) / pitch));
  const layout: Layout = { ink: inkOf(style), size, left, column, pitch, perLine, scale: most > mostSquares ? 120 / most : null };
  const heights = groups.map(({ values }) => size * (style.isNarrow ? 3.5 : 2) + heightOf(layout, Math.max(0, ...values)) + 12);
  const feet = heights.map((_height, index) => heights.slice(0, index + 1).reduce((sum, height) => sum + height, 0));
  const height = (feet.at(-1) ?? 0) + size * 2;
  return {
    width,
    height,
    option: {
      grid: { left: 0, top: 0, width, height },
      xAxis: { type: 'value', show: false, min: 0, max: width },
      yAxis: { type: 'value', show: false, min: 0, max: height, inverse: true },
      series: [
        {
          type: 'scatter',
          silent: true,
          symbol: 'rect',
          itemStyle: { color: layout.ink.accent, opacity: 1 },
          data: groups.flatMap(({ values }, index) => values.flatMap((value, place) => marksOf(layout, value, place, feet[index]!))),
        },
      ],
      graphic: [
        ...groups.flatMap((group, index) => wordsOf(layout, group, feet[index]!, heights[index]!, style.isNarrow, width)),
        ...columns.map((label, place) =>
          textAt(label, [left + place * column, (feet.at(-1) ?? 0) + size * 0.6], layout.ink.ink2, style.isNarrow ? size - 3 : size),
        ),
      ],
    },
  };
}

function heightOf({ perLine, pitch, scale }: Layout, value: number): number {
  return scale === null ? Math.ceil(value / perLine) * pitch : value * scale;
}

/** Squares from the line up, or one column. */
function marksOf(layout: Layout, value: number, place: number, foot: number): object[] {
  const { left, column, pitch, perLine, scale } = layout;
  const x = left + place * column;
  if (value === 0) return [];
  if (scale !== null) {
    const height = Math.max(1, value * scale);
    const wide = Math.min(column - 8, 28);
    return [{ value: [x + wide / 2, foot - 2 - height / 2], symbolSize: [wide, height] }];
  }
  return Array.from({ length: value }, (_, index) => ({
    value: [x + (index % perLine) * pitch + pitch / 2 - 1, foot - 2 - Math.floor(index / perLine) * pitch - pitch / 2],
    symbolSize: pitch - 2,
  }));
}

function wordsOf(
  layout: Layout,
  { title, values }: Squares['groups'][number],
  foot: number,
  height: number,
  isNarrow: boolean,
  width: number,
): object[] {
  const { ink, size, left, column } = layout;
  return [
    { type: 'line', silent: true, shape: { x1: left, y1: foot, x2: width, y2: foot }, style: { stroke: ink.edge, lineWidth: 1 } },
    textAt(title, isNarrow ? [0, foot - height + 10] : [0, foot - size], ink.ink, size, true),
    ...values.flatMap((value, place) =>
      value === 0
        ? []
        : [
            textAt(
              String(value),
              [left + place * column, foot - heightOf(layout, value) - size * 1.4 - 2],
              ink.ink,
              isNarrow ? size - 2 : size,
              true,
            ),
          ],
    ),
  ];
}
