import { searchText } from '../../search-text';
import type { View } from '../../view';
import type { SearchVariables } from './search.document';

export type SearchKind = NonNullable<SearchVariables['kinds']>[number];

/** In the order in which they are offered. */
export const searchKinds: readonly SearchKind[] = ['TASK', 'PLAN', 'UNIT', 'REGION'];

export interface AskedSearch {
  /** Null: nothing was asked for yet. */
  text: string | null;
  /** One kind alone; null for all. */
  kinds: SearchKind[] | null;
}

/** What the address looks for. */
export function askedSearch(view: View): AskedSearch {
  const kind = searchKinds.find((each) => each === view.asked('kind'));
  return { text: searchText(view.asked('text')), kinds: kind ? [kind] : null };
}
