import { pieces } from '../../src/portal/components/words';
import { stylesheet } from '../../src/portal/style/stylesheet';
import { colours, largeColours } from '../../src/portal/style/tokens';

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(left: string, right: string): number {
  const [dark, light] = [luminance(left), luminance(right)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

type Colour = keyof typeof colours;

const text: [ink: Colour, ground: Colour][] = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'sunk'],
  ['ink', 'soft'],
  ['ink2', 'paper'],
  ['ink2', 'surface'],
  ['ink2', 'sunk'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['accent', 'sunk'],
  ['on-accent', 'accent'],
  ['added', 'added-ground'],
  ['removed', 'removed-ground'],
  ['warn', 'paper'],
];

const borders: [ink: Colour, ground: Colour][] = [
  ['edge', 'paper'],
  ['edge', 'surface'],
  ['edge', 'sunk'],
  ['accent', 'paper'],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('the colours of the %s page', (_name, mode) => {
  test.each(text)('let %s be read on %s', (ink, ground) => {
    expect(contrast(colours[ink][mode], colours[ground][mode])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(borders)('let a border of %s be seen on %s', (ink, ground) => {
    expect(contrast(colours[ink][mode], colours[ground][mode])).toBeGreaterThanOrEqual(3);
  });

  test('stand out more for older readers', () => {
    for (const name of ['ink2', 'edge', 'rule'] as const) {
      const [large, standard] = [largeColours[name], colours[name]].map((pair) => contrast(pair[mode], colours.paper[mode])) as [
        number,
        number,
      ];
      expect(large).toBeGreaterThan(standard);
    }
  });
});

describe('the stylesheet', () => {
  test('uses no colour that is not defined, and loads nothing', () => {
    const css = stylesheet();
    const defined = new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
    for (const [, name] of css.matchAll(/var\((--[\w-]+)/g)) expect(defined).toContain(name);
    expect(css).not.toMatch(/@import|url\(|\/\*/);
  });
});

describe('headings', () => {
  test.each([
    '2023年7月31日',
    '达市府办发〔2023〕8号',
    '共14项',
    '2022年政务公开重点工作安排',
    '深入推进“一区一枢纽一中心”战略定位信息公开',
  ])('keep every character and break neither dates, numbers nor brackets (%s)', (heading) => {
    const found = pieces(heading);
    expect(found.join('')).toBe(heading);
    for (const whole of ['2023年7月31日', '〔2023〕8号', '14项', '2022年', '政务公开']) {
      if (heading.includes(whole)) expect(found.some((piece) => piece.includes(whole))).toBe(true);
    }
    for (const piece of found) {
      expect(piece).not.toMatch(/^[，。、；：！？）】》”’〕]/);
      expect(piece).not.toMatch(/[（【《“‘〔]$/);
    }
  });
});
