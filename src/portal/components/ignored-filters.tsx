import type { VNode } from 'preact';
import { useView } from '../view';

/** Says which parts of the address were not understood. */
export function IgnoredFilters({ names }: { names: readonly string[] }): VNode | null {
  const { site } = useView().m;
  return names.length === 0 ? null : <p class="soft small">{site.filter.ignored(names.join(site.listComma))}</p>;
}
