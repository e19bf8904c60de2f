import type { VNode } from 'preact';
import { useView } from '../view';

export interface DiffPiece {
  kind: 'EQUAL' | 'REMOVED' | 'ADDED';
  text: string;
}

/** One side of a comparison, or both in one line. What left and what came is said to those who listen. */
export function DiffText({ pieces, side }: { pieces: readonly DiffPiece[]; side: 'upper' | 'lower' | 'both' }): VNode {
  const hidden = { upper: 'ADDED', lower: 'REMOVED', both: null }[side];
  return (
    <>
      {pieces
        .filter(({ kind }) => kind !== hidden)
        .map((piece, index) => (piece.kind === 'EQUAL' ? piece.text : <Change key={index} {...piece} />))}
    </>
  );
}

function Change({ kind, text }: DiffPiece): VNode {
  const { m, lang } = useView();
  const Element = kind === 'REMOVED' ? 'del' : 'ins';
  const own = lang === 'en' ? 'en' : undefined;
  return (
    <Element>
      <span class="hidden" lang={own}>
        {kind === 'REMOVED' ? m.tasks.removedStart : m.tasks.addedStart}
      </span>
      {text}
      <span class="hidden" lang={own}>
        {m.tasks.markEnd}
      </span>
    </Element>
  );
}

/** What the marks of a comparison mean. */
export function DiffKey(): VNode {
  const { tasks } = useView().m;
  return (
    <span class="diff-key" aria-hidden="true">
      <del>{tasks.removedKey}</del> <ins>{tasks.addedKey}</ins>
    </span>
  );
}
