import type { Ask } from '../../ask';
import { PageMissing } from '../../page';
import { searchText } from '../../search-text';
import type { View } from '../../view';
import {
  compareChoicesDocument,
  compareDocument,
  compareIdsDocument,
  type CompareAnswer,
  type CompareChoicesAnswer,
} from './compare.document';

export type Comparison = CompareAnswer['comparePlans'];

export interface LoadedCompare {
  choices: CompareChoicesAnswer;
  /** Null while two plans are not chosen. */
  comparison: Comparison | null;
}

/** The two plans that the address names, by their names in addresses or by their ids. Throws `PageMissing` for one that is not there. */
export async function loadCompare(view: View, ask: Ask): Promise<LoadedCompare> {
  const [left, right] = await Promise.all([slugOf(ask, view.asked('left')), slugOf(ask, view.asked('right'))]);
  const choices = await ask(compareChoicesDocument, { text: searchText(view.asked('text')), left: left ?? '', right: right ?? '' });
  if ((left !== null && !choices.left) || (right !== null && !choices.right)) throw new PageMissing();
  if (!choices.left || !choices.right) return { choices, comparison: null };
  const { comparePlans } = await ask(compareDocument, { left: choices.left.id, right: choices.right.id });
  return { choices, comparison: comparePlans };
}

async function slugOf(ask: Ask, asked: string | null): Promise<string | null> {
  if (asked === null || /^[a-z0-9-]{1,200}$/.test(asked)) return asked;
  const { nodes } = await ask(compareIdsDocument, { ids: [asked] });
  if (nodes[0]?.slug === undefined) throw new PageMissing();
  return nodes[0].slug;
}
