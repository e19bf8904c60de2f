import type { VNode } from 'preact';
import { useView } from '../view';
import { LedgerGlyph, type LedgerState } from './ledger-glyph';
import { Notice } from './notice';

/** What is known of the progress of a plan or a unit, said once for all its rows. `states` are those that occur. */
export function LedgerNotice({ ledgerSince, states }: { ledgerSince: string | null; states: readonly LedgerState[] }): VNode {
  const { site, plans, terms } = useView().m;
  if (ledgerSince === null) {
    return (
      <Notice glyph={<LedgerGlyph state="NOT_COLLECTED" />} title={plans.ledgerTitle(terms.status.NOT_COLLECTED)}>
        {plans.ledgerText}
      </Notice>
    );
  }
  const [state, ...others] = states;
  const isShared = state !== undefined && others.length === 0;
  return (
    <Notice
      glyph={isShared ? <LedgerGlyph state={state} /> : undefined}
      title={isShared ? plans.ledgerTitle(terms.status[state]) : plans.ledgerSince(site.date(ledgerSince))}
    >
      {isShared ? `${plans.ledgerAll}${plans.ledgerSince(site.date(ledgerSince))}${site.stop}` : plans.ledgerSinceText}
    </Notice>
  );
}
