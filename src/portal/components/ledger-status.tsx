import type { VNode } from 'preact';
import { useView } from '../view';
import { LedgerGlyph, type LedgerState } from './ledger-glyph';

/** How far a duty is: sign and word. */
export function LedgerStatus({ state }: { state: LedgerState }): VNode {
  const { terms } = useView().m;
  return (
    <span class={`ledger-status${state === 'OVERDUE' ? ' overdue' : ''}`}>
      <LedgerGlyph state={state} /> {terms.status[state]}
    </span>
  );
}
