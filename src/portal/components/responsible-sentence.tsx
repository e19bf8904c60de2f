import type { VNode } from 'preact';
import { useView } from '../view';
import type { ResponsibleParts } from './responsible.document';

type Responsibility = ResponsibleParts['responsibilities'][number];

interface Piece {
  text: string;
  responsibility: Responsibility | null;
}

/**
 * The printed sentence itself: units underlined, collectives dashed with the number of their members. Those among `common`
 * stand in most rows of the table and recede.
 */
export function ResponsibleSentence({ task, common = new Set() }: { task: ResponsibleParts; common?: ReadonlySet<string> }): VNode | null {
  const { terms } = useView().m;
  if (task.responsibleText === null) return null;
  const pieces = piecesOf(task.responsibleText, task.responsibilities);
  const isAllCommon = task.responsibilities.every(({ phrase }) => common.has(phrase));
  const leads = task.responsibilities.some(({ role }) => role !== 'LEAD')
    ? task.responsibilities.filter(({ role }) => role === 'LEAD')
    : [];
  return (
    <span class="responsible" lang="zh-Hans">
      {pieces.map(({ text, responsibility }, index) =>
        responsibility ? (
          <Bearer
            key={index}
            text={text}
            responsibility={responsibility}
            note={leads.includes(responsibility) ? terms.role.LEAD : responsibility.role === 'SUPPORTING' ? terms.role.SUPPORTING : null}
            recedes={!isAllCommon && common.has(responsibility.phrase)}
          />
        ) : (
          text
        ),
      )}
    </span>
  );
}

interface BearerProps {
  text: string;
  responsibility: Responsibility;
  note: string | null;
  recedes: boolean;
}

function Bearer({ text, responsibility: { unit, group }, note, recedes }: BearerProps): VNode {
  const view = useView();
  const { terms } = view.m;
  const marks = [group && (group.roster === 'COMPLETE' ? String(group.members.totalCount) : terms.rosterKnown), note].filter(Boolean);
  const spoken = group && group.roster === 'COMPLETE' ? terms.members(group.members.totalCount) : null;
  const href = unit ? view.href(`/units/${unit.id}`) : view.href('/units', { group: group?.id });
  // The count stays with the last characters of the name.
  const [start, end] = marks.length > 0 ? [text.slice(0, -2), text.slice(-2)] : [text, null];
  return (
    <a class={`${group ? 'collective' : 'unit'}${recedes ? ' common' : ''}`} href={href}>
      {start}
      {end !== null && (
        <span class="nowrap">
          {end}
          <sup class="member-count">
            {spoken && <span class="hidden">（{spoken}）</span>}
            <span aria-hidden={spoken ? 'true' : undefined}>{marks.join(' ')}</span>
          </sup>
        </span>
      )}
    </a>
  );
}

/** The sentence cut where bodies are named. A phrase that the sentence does not hold as it stands is not marked. */
function piecesOf(sentence: string, responsibilities: readonly Responsibility[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const responsibility of responsibilities) {
    const found = sentence.indexOf(responsibility.phrase, from);
    if (found < 0 || responsibility.phrase === '') continue;
    if (found > from) pieces.push({ text: sentence.slice(from, found), responsibility: null });
    pieces.push({ text: responsibility.phrase, responsibility });
    from = found + responsibility.phrase.length;
  }
  if (from < sentence.length) pieces.push({ text: sentence.slice(from), responsibility: null });
  return pieces;
}

/** The phrases that stand in more than half of the rows, and in at least five: what repeats recedes, what differs stays in ink. */
export function commonPhrases(tasks: readonly ResponsibleParts[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { responsibilities } of tasks) for (const { phrase } of responsibilities) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 5 && count > tasks.length / 2).map(([phrase]) => phrase));
}
