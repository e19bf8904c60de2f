import type { View } from '../view';
import type { RegionTrail } from './region-trail.document';
import type { TrailStep } from './trail';

interface Link {
  name: string;
  stableId: string;
  parent?: Link | null;
}

/** The regions from below the nation down to this one, as steps of a trail. */
export function regionSteps(view: View, region: RegionTrail): TrailStep[] {
  const chain: Link[] = [];
  for (let each: Link | null | undefined = region; each; each = each.parent) chain.unshift(each);
  return chain.slice(1).map(({ name, stableId }) => ({ label: name, href: view.href(`/regions/${stableId}`), isChinese: true }));
}

/** Its level in words; a zone has none of its own. */
export function levelOf({ m }: View, { kind, level }: Pick<RegionTrail, 'kind' | 'level'>): string {
  return kind === 'ZONE' ? m.terms.zone : m.terms.level[level];
}
