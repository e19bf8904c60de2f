import type { VNode } from 'preact';
import { useView } from '../../view';
import type { FoundTask } from './task-facts';

/** A promise in figures: what is measured, how much of it, how often and by when. */
export function TargetReading({ target }: { target: FoundTask['targets'][number] }): VNode {
  const { m } = useView();
  const { tasks, site } = m;
  const { metric, comparator, value, unit, period, dueOn, actor } = target;
  const amount = value === null ? null : `${comparator === null ? '' : tasks.comparator[comparator]}${value}`;
  return (
    <>
      <p>
        <strong>
          {metric !== null && <span lang="zh-Hans">{metric}</span>}
          {metric !== null && amount !== null && site.colon}
          {amount}
          {unit !== null && <span lang="zh-Hans">{unit}</span>}
        </strong>
        {[period && tasks.period[period], dueOn && tasks.promisedBy(site.date(dueOn))]
          .filter((part) => part !== null)
          .map((part) => `${site.comma}${part}`)
          .join('')}
      </p>
      {actor !== null && <p class="basis">{tasks.actor(actor)}</p>}
    </>
  );
}
