import { badUserInput } from '../../platform/graphql';

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** A parameter of the address, given at most once; null where it is absent. */
export function parameter(query: unknown, name: string): string | null {
  const value = (query as Query)[name];
  if (value === undefined) return null;
  if (typeof value === 'string') return value;
  throw badUserInput(`Give \`${name}\` once. / 参数 ${name} 只能给一次。`);
}

/** A parameter that is 1 or 0. */
export function flag(query: unknown, name: string): boolean {
  const value = parameter(query, name) ?? '0';
  if (value !== '0' && value !== '1') throw badUserInput(`\`${name}\` is 1 or 0. / 参数 ${name} 须为 1 或 0。`);
  return value === '1';
}
