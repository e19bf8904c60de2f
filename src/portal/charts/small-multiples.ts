import { fontFamily, fontSizeOf, inkOf, textAt, widthOf, type ChartStyle, type Drawing } from './chart';

/** Values of several groups on one scale. */
export interface Multiples {
  groups: readonly { title: string; note: string; values: readonly number[] }[];
  /** What each value is of. */
  labels: readonly string[];
}

/** Bars of every group on the same scale, each with its label above and its value at its end. */
export function smallMultiples({ groups, labels }: Multiples, style: ChartStyle): Drawing {
  const ink = inkOf(style);
  const size = fontSizeOf(style);
  const width = widthOf(style);
  const columns = Math.min(groups.length, style.isNarrow || style.isLarge ? 2 : 5);
  const [band, head, gap] = [size * 2 + 14, size * 3.2, 24];
  const cell = { width: (width - gap * (columns - 1)) / columns, height: head + band * labels.length + gap };
  const most = Math.max(1, ...groups.flatMap(({ values }) => values));
  const placeOf = (index: number): [number, number] => [(index % columns) * (cell.width + gap), Math.floor(index / columns) * cell.height];
  const grids = groups.map((_group, index) => {
    const [left, top] = placeOf(index);
    return { left, top: top + head + 7, width: cell.width - size * 3, height: band * labels.length };
  });
  return {
    width,
    height: Math.ceil(groups.length / columns) * cell.height - gap + 8,
    option: {
      grid: grids,
      xAxis: groups.map((_group, gridIndex) => ({ type: 'value', gridIndex, show: false, max: most })),
      yAxis: groups.map((_group, gridIndex) => ({ type: 'category', gridIndex, show: false, inverse: true, data: labels })),
      series: groups.map(({ values }, index) => ({
        type: 'bar',
        xAxisIndex: index,
        yAxisIndex: index,
        barWidth: 10,
        silent: true,
        itemStyle: { color: ink.accent },
        label: { show: true, position: 'right', fontFamily, fontSize: size, fontWeight: 'bold', color: ink.ink, textBorderWidth: 0 },
        data: values.map((value) => (value === 0 ? { value, label: { color: ink.ink2, fontWeight: 'normal', distance: 0 } } : value)),
      })),
      graphic: groups.flatMap(({ title, note }, index) => {
        const [left, top] = placeOf(index);
        return [
          textAt(title, [left, top], ink.ink, size, true),
          textAt(note, [left, top + size * 1.5], ink.ink2, size),
          ...labels.map((label, place) => textAt(label, [left, top + head + place * band], ink.ink2, size)),
        ];
      }),
    },
  };
}
