import type { VNode } from 'preact';
import type { Messages } from '../messages';

export type LedgerState = keyof Messages['terms']['status'];

const shapes: Readonly<Record<LedgerState, VNode>> = {
  NOT_COLLECTED: <circle cx="7" cy="7" r="5.5" stroke-dasharray="2 2.32" />,
  NOT_REPORTED: <circle cx="7" cy="7" r="5.5" />,
  IN_PROGRESS: (
    <>
      <circle cx="7" cy="7" r="5.5" />
      <path class="solid" d="M7 1.5a5.5 5.5 0 0 1 0 11z" />
    </>
  ),
  COMPLETED: (
    <>
      <circle class="solid" cx="7" cy="7" r="6.25" />
      <path class="tick" d="m4 7.25 2.2 2.200L10.25 5" />
    </>
  ),
  OVERDUE: <path class="solid" d="M7 1.5 13.25 13H.750z" />,
};

/** How far a duty is, as a sign. Its word always stands beside it. */
export function LedgerGlyph({ state }: { state: LedgerState }): VNode {
  return (
    <svg class={`ledger-glyph${state === 'OVERDUE' ? ' overdue' : ''}`} width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {shapes[state]}
    </svg>
  );
}
