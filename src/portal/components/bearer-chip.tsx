import type { VNode } from 'preact';
import { useView } from '../view';

interface Bearing {
  phrase: string;
  role: 'LEAD' | 'RESPONSIBLE' | 'SUPPORTING';
  unit: { id: string; name: string } | null;
  group: { id: string; expression: string; roster: 'COMPLETE' | 'KNOWN' } | null;
}

/** A unit as a chip, or a collective as one with a second sheet behind it and what is known of its members. */
export function BearerChip({ bearing, members }: { bearing: Bearing; members: number | null }): VNode {
  const view = useView();
  const { terms } = view.m;
  const { unit, group, role, phrase } = bearing;
  const part = role === 'RESPONSIBLE' ? null : terms.role[role];
  if (!group) {
    return (
      <a class="chip" href={unit ? view.href(`/units/${unit.id}`) : undefined}>
        <span lang="zh-Hans">{unit?.name ?? phrase}</span>
        {part && <span class="chip-note">{part}</span>}
      </a>
    );
  }
  const known = group.roster === 'COMPLETE' && members !== null ? terms.members(members) : terms.rosterKnown;
  return (
    <a class="chip sheets" href={view.href('/units', { group: group.id })}>
      <span lang="zh-Hans">{phrase}</span>
      <span class="chip-note">{[known, part].filter(Boolean).join(' ')}</span>
    </a>
  );
}
