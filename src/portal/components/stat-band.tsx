import type { ComponentChildren, VNode } from 'preact';

export interface Stat {
  /** A number, or words where there is none to give. */
  figure: ComponentChildren;
  isWords?: boolean;
  noun: string;
  scope: ComponentChildren;
}

/** A few figures in one ruled band, each with its noun and what it covers. */
export function StatBand({ stats, label }: { stats: readonly Stat[]; label: string }): VNode {
  return (
    <section class="stat-band" aria-label={label}>
      <ul>
        {stats.map(({ figure, isWords, noun, scope }) => (
          <li key={noun}>
            <p class={isWords ? 'figure in-words' : 'figure'}>{figure}</p>
            <p>{noun}</p>
            <p class="small soft">{scope}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
