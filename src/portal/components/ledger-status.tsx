import type { VNode } from 'preact';
import { useView } from '../view';
import { LedgerGlyph, type LedgerState } from './ledger-glyph';

/** How far a duty is: sign and word. `label` says more than the word of the state alone. */
export function LedgerStatus({ state, label }: { state: LedgerState; label?: string }): VNode {
  const { terms } = useView().m;
  return (
    <span class={`ledger-status${state === 'OVERDUE' ? ' overdue' : ''}`}>
      <LedgerGlyph state={state} /> {label ?? terms.status[state]}
    </span>
  );
}
