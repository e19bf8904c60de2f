/** A colour on paper, and on the dark ground. */
type Pair = readonly [light: string, dark: string];

/** Every colour of the portal by its use. What stands on what is in `contrasts`. */
export const colours = {
  paper: ['#FBFAF6', '#14171A'],
  surface: ['#FFFFFF', '#1A1E22'],
  sunk: ['#F2F0E8', '#21262B'],
  ink: ['#1B1D1F', '#E9E7E1'],
  ink2: ['#53585C', '#ABB1B6'],
  edge: ['#858272', '#7C838A'],
  rule: ['#DCD8CC', '#353B41'],
  accent: ['#0B5566', '#86CBDA'],
  'on-accent': ['#FBFAF6', '#14171A'],
  soft: ['#E1EDF0', '#17343C'],
  added: ['#1F5A2C', '#A5D8B0'],
  'added-ground': ['#DDEBDC', '#1C3A25'],
  removed: ['#8C2F14', '#F3B9A4'],
  'removed-ground': ['#F7E2DA', '#46231A'],
  warn: ['#96330F', '#F0A184'],
} as const satisfies Record<string, Pair>;

/** For older readers what is secondary stands out more. */
export const largeColours = {
  ink2: ['#34383B', '#D3D7DA'],
  edge: ['#5E5C50', '#A5ABB1'],
  rule: ['#A9A597', '#565D64'],
} as const satisfies Record<string, Pair>;

function declarations(set: Readonly<Record<string, Pair>>, index: 0 | 1): string {
  return Object.entries(set)
    .map(([name, pair]) => `--${name}:${pair[index]};`)
    .join('');
}

/** The colours as custom properties: as the reader's system has it, unless they chose. */
export function tokenStyles(): string {
  const dark = `color-scheme:dark;${declarations(colours, 1)}`;
  const largeDark = declarations(largeColours, 1);
  return [
    `:root{color-scheme:light;${declarations(colours, 0)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
    `:root[data-theme=dark]{${dark}}`,
    `:root[data-size=large]{${declarations(largeColours, 0)}}`,
    `@media (prefers-color-scheme:dark){:root[data-size=large]:not([data-theme=light]){${largeDark}}}`,
    `:root[data-size=large][data-theme=dark]{${largeDark}}`,
    // Paper is white, whatever the screen was.
    `@media print{:root:root:root:root{${declarations(colours, 0)}--paper:#fff;--sunk:#f4f4f4;color-scheme:light}}`,
  ].join('\n');
}
