import type { VNode } from 'preact';
import { useView } from '../view';
import { DeadlineGlyph } from './deadline-glyph';
import type { DeadlineParts } from './deadline.document';
import { Words } from './words';

/** A deadline as printed, with its line before it and, below, the date as a machine reads it. */
export function Deadline({ deadline }: { deadline: DeadlineParts }): VNode {
  const { terms } = useView().m;
  if (deadline.text === null) return <span class="deadline soft">{terms.noDeadlinePrinted}</span>;
  return (
    <span class="deadline">
      <DeadlineGlyph deadline={deadline} />
      <span class="deadline-words" lang="zh-Hans">
        <Words text={deadline.text} />
      </span>
      {deadline.dueOn && <time dateTime={deadline.dueOn}>{deadline.dueOn}</time>}
    </span>
  );
}
