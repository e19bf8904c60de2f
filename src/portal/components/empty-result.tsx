import type { VNode } from 'preact';
import { useView } from '../view';
import type { SetFilter } from './filter-form';

/** Without this one condition there would be so many rows. */
export interface WayOut extends SetFilter {
  count: number;
}

/** Nothing matched: what did not, and which one condition to drop. */
export function EmptyResult({
  set,
  waysOut,
  counted,
}: {
  set: readonly SetFilter[];
  waysOut: readonly WayOut[];
  counted: (count: number) => string;
}): VNode {
  const view = useView();
  const { filter } = view.m.site;
  const best = waysOut.toSorted((left, right) => right.count - left.count)[0];
  return (
    <div class="empty">
      <p>
        <strong>{filter.empty(set.length)}</strong>
      </p>
      {best && best.count > 0 && <p class="soft">{filter.dropOne(best.label, counted(best.count))}</p>}
      <p class="empty-links">
        {best && best.count > 0 && (
          <a class="button" href={view.here({ [best.name]: null, after: null, before: null })}>
            {filter.drop}
          </a>
        )}
        <a href={view.href(view.path)}>{filter.clear}</a>
      </p>
    </div>
  );
}

/** Counts the rows that each condition alone keeps away. */
export async function waysOutOf(set: readonly SetFilter[], countWithout: (name: string) => Promise<number>): Promise<WayOut[]> {
  return Promise.all(set.map(async (filter) => ({ ...filter, count: await countWithout(filter.name) })));
}
