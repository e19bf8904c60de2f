import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenStyles } from './tokens';

/** In the order of the cascade. */
const files = [
  'base',
  'frame',
  'parts',
  'controls',
  'title-block',
  'task-table',
  'task-table-narrow',
  'deadline',
  'task',
  'ladder',
  'ledger',
  'large-task',
  'records',
  'home',
  'compare',
  'report',
  'embed',
  'deadlines',
  'statistics',
  'data',
  'print',
] as const;

/** The one stylesheet of the portal. */
export function stylesheet(): string {
  const parts = files.map((name) => readFileSync(join(__dirname, `${name}.css`), 'utf8'));
  return withoutAir([tokenStyles(), ...parts].join('\n'));
}

/** Takes out comments and the spaces that only please the eye. Our strings hold neither. */
function withoutAir(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();
}
