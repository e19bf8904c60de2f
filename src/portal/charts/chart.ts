import type { EChartsCoreOption } from 'echarts';
import type { PageRequest } from '../page';
import { colours } from '../style/tokens';

/** How a chart is drawn: in the colours of the page, and for the room there is. */
export interface ChartStyle {
  isNarrow: boolean;
  isDark: boolean;
  isLarge: boolean;
}

/** A chart before it is drawn: its size, in pixels, and what ECharts makes of it. */
export interface Drawing {
  width: number;
  height: number;
  option: EChartsCoreOption;
}

/** A chart of a page as an image: its address has the query of the page and, beside it, the style. */
export interface Chart {
  /** Ends in `.svg`. */
  path: string;
  /** Throws `PageMissing` where there is nothing to draw. */
  load(request: PageRequest, style: ChartStyle): Promise<{ drawing: Drawing; title: string; description: string }>;
}

export type Ink = Readonly<Record<keyof typeof colours, string>>;

/** The colours of the page as a chart needs them. */
export function inkOf({ isDark }: ChartStyle): Ink {
  return Object.fromEntries(Object.entries(colours).map(([name, pair]) => [name, pair[isDark ? 1 : 0]])) as Ink;
}

/** That of the page, so that its text is as large as drawn. */
export const widthOf = ({ isNarrow, isLarge }: ChartStyle): number => (isNarrow ? 358 : isLarge ? 992 : 1136);

/** In pixels; larger for older readers, as all text is. */
export const fontSizeOf = ({ isLarge }: ChartStyle): number => (isLarge ? 20 : 14);

/** As on the pages. */
export const fontFamily =
  "-apple-system, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif";

/** A text at a place of the drawing. */
export function textAt(text: string, [left, top]: readonly [number, number], fill: string, size: number, isBold = false): object {
  const font = `${isBold ? 'bold ' : ''}${size}px ${fontFamily}`;
  return { type: 'text', left, top, silent: true, style: { text, fill, font } };
}
