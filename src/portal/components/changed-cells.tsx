import type { VNode } from 'preact';
import { useView } from '../view';
import { fieldLabel, valueLabel } from './changed-value';

interface Changed {
  field: string;
  before: string | null;
  after: string | null;
}

/** What was changed, what it said and what it says: three cells of a row. */
export function ChangedCells({ field, before, after }: Changed): VNode {
  const { m } = useView();
  const { changes } = m;
  const words = (value: string) => valueLabel(m, field, value);
  return (
    <>
      <td role="cell">{fieldLabel(m, field)}</td>
      <td class="song" role="cell">
        <span class="narrow-word">{changes.columns.before} </span>
        {before === null ? <span class="soft">{changes.nothing}</span> : <del lang="zh-Hans">{words(before)}</del>}
      </td>
      <td class="song" role="cell">
        <span class="narrow-word">{changes.columns.after} </span>
        {after === null ? <span class="soft">{changes.nothing}</span> : <ins lang="zh-Hans">{words(after)}</ins>}
      </td>
    </>
  );
}
