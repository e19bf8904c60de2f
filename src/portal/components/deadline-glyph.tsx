import type { VNode } from 'preact';
import { markOf, type DeadlineMark } from './deadline-mark';
import type { DeadlineParts } from './deadline.document';

const ticks = [4, 10, 23, 35];
const dots = [1, 7, 13, 19, 25, 31];

/** One line for each kind of deadline, 44 by 10. Its words always stand beside it. */
const lines: Readonly<Record<DeadlineMark, VNode | null>> = {
  BY_DATE: (
    <>
      <path d="M0 5h36" />
      <circle class="solid" cx="39" cy="5" r="4.5" />
    </>
  ),
  THEN_ONGOING: (
    <>
      <path d="M0 5h42M37.5 1 42 5l-4.5 4" />
      <circle class="solid" cx="20" cy="5" r="4.5" />
    </>
  ),
  TIMELY: (
    <>
      <path class="fine" d="M0 9.25h44" />
      <path d={ticks.map((x) => `M${x} 1.5v7.5`).join('')} />
    </>
  ),
  ONGOING: <path d="M0 5h42M37.5 1 42 5l-4.5 4" />,
  AS_APPROPRIATE: (
    <>
      {dots.map((x) => (
        <circle key={x} class="solid" cx={x + 0.5} cy="5" r="1" />
      ))}
      <circle cx="39" cy="5" r="3.75" stroke-width="1.75" />
    </>
  ),
  RECURRING: (
    <>
      <path d="M0 5h44" />
      {[8, 22, 36].map((x) => (
        <circle key={x} class="solid" cx={x} cy="5" r="4" />
      ))}
    </>
  ),
  RELATIVE: (
    <>
      <path d="M1 0v10M1 5h35" />
      <circle class="solid" cx="39" cy="5" r="4.5" />
    </>
  ),
  NONE: null,
};

export function DeadlineGlyph({ deadline }: { deadline: Pick<DeadlineParts, 'kind' | 'thenOngoing'> }): VNode | null {
  const line = lines[markOf(deadline)];
  return (
    line && (
      <svg class="glyph" width="44" height="10" viewBox="0 0 44 10" aria-hidden="true">
        {line}
      </svg>
    )
  );
}
