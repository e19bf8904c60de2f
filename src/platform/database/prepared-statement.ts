/** Texts beyond this number are planned anew each time: every name stays prepared on every connection for good. */
const mostNames = 1_000;

const names = new Map<string, string>();

/** Name under which a connection keeps a statement prepared, so that it is parsed and planned once; undefined: not kept. */
export function preparedName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known;
  const name = `gongkai_${names.size}`;
  names.set(text, name);
  return name;
}
