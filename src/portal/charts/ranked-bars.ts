import { fontFamily, fontSizeOf, inkOf, widthOf, type ChartStyle, type Drawing } from './chart';

/** In widths of a Chinese character. */
function lengthOf(label: string): number {
  return [...label].reduce((sum, character) => sum + (character > '\u2000' ? 1 : 0.56), 0);
}

/** A value for each name, the largest first. */
export function rankedBars(rows: readonly { label: string; value: number }[], style: ChartStyle, width = widthOf(style)): Drawing {
  const ink = inkOf(style);
  const size = fontSizeOf(style);
  const text = { fontFamily, fontSize: size, textBorderWidth: 0 };
  const longest = Math.max(0, ...rows.map(({ label }) => lengthOf(label)));
  const labels = Math.min(width * 0.5, longest * size + 4);
  const height = rows.length * (size + 18);
  return {
    width,
    height,
    option: {
      grid: { left: labels + 12, top: 0, width: width - labels - 12 - size * 3.5, height },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ label }) => label),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...text, color: ink.ink, align: 'left', margin: labels + 12, width: labels, overflow: 'truncate' },
      },
      series: [
        {
          type: 'bar',
          barWidth: 14,
          silent: true,
          itemStyle: { color: ink.accent },
          label: { show: true, position: 'right', ...text, fontWeight: 'bold', color: ink.ink },
          data: rows.map(({ value }) => value),
        },
      ],
    },
  };
}
