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
  // Words of the document are Chinese; a code or a date is said in the reader's language.
  const said = (value: string) => {
    const label = valueLabel(m, field, value);
    return { label, lang: label === value ? 'zh-Hans' : undefined };
  };
  return (
    <>
      <td role="cell">{fieldLabel(m, field)}</td>
      <td class="said" role="cell">
        <span class="narrow-word">{changes.columns.before} </span>
        {before === null ? <span class="soft">{changes.nothing}</span> : <Said as="del" {...said(before)} />}
      </td>
      <td class="said" role="cell">
        <span class="narrow-word">{changes.columns.after} </span>
        {after === null ? <span class="soft">{changes.nothing}</span> : <Said as="ins" {...said(after)} />}
      </td>
    </>
  );
}

function Said({ as: Tag, label, lang }: { as: 'del' | 'ins'; label: string; lang: string | undefined }): VNode {
  return (
    <Tag class={lang && 'song'} lang={lang}>
      {label}
    </Tag>
  );
}
