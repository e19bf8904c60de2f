import type { VNode } from 'preact';
import { useView, type View } from '../view';
import type { Chart, ChartStyle, Drawing } from './chart';

/** Narrower than this, the narrow drawing is shown. */
const narrowMedia = '(max-width: 45em)';
const darkMedia = '(prefers-color-scheme: dark)';

interface ChartPictureProps {
  chart: Chart;
  /** What it shows, in a sentence. */
  alt: string;
  /** The drawing in both widths: its size is said before it is there. */
  draw: (style: ChartStyle) => Drawing;
}

/** A chart as an image, in the colours and for the room of the page. What it shows stands in a table beside it. */
export function ChartPicture({ chart, alt, draw }: ChartPictureProps): VNode {
  const view = useView();
  const isLarge = view.size === 'large';
  const sources = [true, false].flatMap((isNarrow) => {
    const { width, height } = draw({ isNarrow, isDark: false, isLarge });
    const dark = view.theme === 'light' ? [] : [{ isNarrow, isDark: true, width, height }];
    return view.theme === 'dark' ? dark : [...dark, { isNarrow, isDark: false, width, height }];
  });
  const last = sources.at(-1)!;
  return (
    <picture class="chart">
      {sources.slice(0, -1).map(({ isNarrow, isDark, width, height }) => (
        <source
          key={`${isNarrow} ${isDark}`}
          media={[isNarrow && narrowMedia, isDark && view.theme === 'auto' && darkMedia].filter(Boolean).join(' and ')}
          srcset={imageHref(view, chart, { isNarrow, isDark, isLarge })}
          width={width}
          height={Math.round(height)}
        />
      ))}
      <img
        src={imageHref(view, chart, { isNarrow: false, isDark: last.isDark, isLarge })}
        alt={alt}
        width={last.width}
        height={Math.round(last.height)}
        loading="lazy"
      />
    </picture>
  );
}

function imageHref(view: View, { path }: Chart, { isNarrow, isDark, isLarge }: ChartStyle): string {
  return view.href(path, {
    ...Object.fromEntries(view.query),
    width: isNarrow ? 'narrow' : null,
    theme: isDark ? 'dark' : null,
    size: isLarge ? 'large' : null,
  });
}

/** The style that an address of an image asks for. */
export function chartStyleOf(view: View): ChartStyle {
  return { isNarrow: view.asked('width') === 'narrow', isDark: view.asked('theme') === 'dark', isLarge: view.asked('size') === 'large' };
}
