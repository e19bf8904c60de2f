import type { Drawing } from './chart';

type Library = typeof import('echarts');
let library: Promise<Library> | null = null;

/** Loaded with the first chart: the service starts without it. In one file, which takes less time and memory than its parts. */
function echarts(): Promise<Library> {
  library ??= import('echarts');
  return library;
}

/** The chart as SVG, with its title and description in it. It holds no style rules, so that it looks the same under any content policy. */
export async function drawChart({ width, height, option }: Drawing, title: string, description: string): Promise<string> {
  const { init } = await echarts();
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, backgroundColor: 'transparent', ...option });
    return withWords(chart.renderToSVGString(), title, description);
  } finally {
    chart.dispose();
  }
}

function withWords(svg: string, title: string, description: string): string {
  return svg
    .replace(/<style ?>[^]*?<\/style>/g, '')
    .replace(/ (?:ecmeta_\w+|class)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_whole, rules: string) => attributesOf(rules))
    .replace(/^<svg ([^>]*)>/, `<svg $1 role="img"><title>${escaped(title)}</title><desc>${escaped(description)}</desc>`)
    .replace(/\n+/g, '\n');
}

/** Rules of a style attribute as attributes of their own, which mean the same. */
function attributesOf(rules: string): string {
  return rules
    .split(';')
    .map((rule) => rule.split(/:(.*)/s, 2).map((part) => part.trim()))
    .filter((pair) => pair.length === 2 && pair[0] !== '')
    .map(([name, value]) => (name === 'font' ? fontAttributes(value!) : ` ${name}="${value}"`))
    .join('');
}

/** The one rule that is no attribute. */
function fontAttributes(font: string): string {
  const [, weight, size, family] = /^(?:(bold) )?([\d.]+px) (.*)$/.exec(font) ?? [];
  return `${weight ? ' font-weight="bold"' : ''} font-size="${size}" font-family="${family}"`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
