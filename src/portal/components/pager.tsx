import type { VNode } from 'preact';
import { useView } from '../view';

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** To the rows before and after. The place in the list is in the address. */
export function Pager({ info }: { info: PageInfo }): VNode | null {
  const view = useView();
  const { pager } = view.m.site;
  if (!info.hasNextPage && !info.hasPreviousPage) return null;
  return (
    <nav class="pager" aria-label={pager.label}>
      {info.hasPreviousPage && (
        <a rel="prev" href={view.here({ before: info.startCursor, after: null })}>
          {pager.previous}
        </a>
      )}
      {info.hasNextPage && (
        <a rel="next" href={view.here({ after: info.endCursor, before: null })}>
          {pager.next}
        </a>
      )}
    </nav>
  );
}

/** The page of a list that an address asks for, for the variables of a question. */
export function pageAsked(view: { asked(name: string): string | null }, size: number) {
  const [after, before] = [view.asked('after'), view.asked('before')];
  return before !== null && after === null
    ? { last: size, before, first: null, after: null }
    : { first: size, after, last: null, before: null };
}
