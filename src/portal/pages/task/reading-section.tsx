import type { ComponentChildren, VNode } from 'preact';
import { halfIn } from '../../bilingual';
import { BearerChip } from '../../components/bearer-chip';
import { SectionHead } from '../../components/section-head';
import { useView } from '../../view';
import { modeOf, type FoundTask } from './task-facts';
import { TargetReading } from './target-reading';

/** Item by item: the printed words, what they were read as, and by what rule. */
export function ReadingSection({ task }: { task: FoundTask }): VNode {
  const { m } = useView();
  return (
    <section aria-labelledby="reading">
      <SectionHead id="reading" title={m.tasks.reading} note={m.tasks.readingNote} />
      <Readings task={task} />
    </section>
  );
}

export function Readings({ task }: { task: FoundTask }): VNode {
  const { m } = useView();
  return (
    <table class="readings" role="table">
      <thead class="hidden" role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {m.tasks.columns.item}
          </th>
          <th scope="col" role="columnheader">
            {m.tasks.columns.printed}
          </th>
          <th scope="col" role="columnheader">
            {m.tasks.columns.read}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        <DeadlineReading task={task} />
        <UnitsReading task={task} />
        {task.responsibilities
          .filter(({ group }, index, all) => group && all.findIndex((each) => each.group?.id === group.id) === index)
          .map((responsibility) => (
            <GroupReading key={responsibility.phrase} task={task} responsibility={responsibility} />
          ))}
        {task.targets.map((target, index) => (
          <Reading key={index} item={m.tasks.targets} printed={target.phrase}>
            <TargetReading target={target} />
          </Reading>
        ))}
        {task.topics.length > 0 && <TopicsReading task={task} />}
      </tbody>
    </table>
  );
}

function Reading({ item, printed, children }: { item: string; printed: string | null; children: ComponentChildren }): VNode {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {item}
      </th>
      <td role="cell" class="printed song" lang="zh-Hans">
        {printed}
      </td>
      <td role="cell">{children}</td>
    </tr>
  );
}

function DeadlineReading({ task: { deadline, targets } }: { task: FoundTask }): VNode {
  const { m, lang } = useView();
  const { tasks, site } = m;
  const dated = targets.filter(({ dueOn, phrase }) => dueOn !== null && phrase !== deadline.text);
  return (
    <Reading item={tasks.facts.deadline} printed={deadline.text}>
      <p>
        <strong>
          {deadline.dueOn === null ? tasks.kindMeaning[deadline.kind] : tasks.dueBy(site.date(deadline.dueOn))}
          {deadline.thenOngoing && tasks.ongoingAfter}
        </strong>
        {deadline.precision && `${site.comma}${tasks.precision[deadline.precision]}`}
      </p>
      {deadline.text !== null && <p class="basis">{tasks.rule(halfIn(lang, deadline.explanation))}</p>}
      {deadline.dueOn !== null &&
        dated.map(({ phrase, dueOn }) => (
          <p key={phrase} class="basis">
            {tasks.check(phrase, site.date(dueOn!), dueOn === deadline.dueOn)}
          </p>
        ))}
    </Reading>
  );
}

function UnitsReading({ task }: { task: FoundTask }): VNode {
  const { m } = useView();
  const mode = modeOf(task);
  const hasLead = task.responsibilities.some(({ role }) => role === 'LEAD');
  return (
    <Reading item={m.tasks.facts.units} printed={task.responsibleText}>
      {task.responsibilities.length === 0 && <p class="soft">{m.tasks.noUnits}</p>}
      <p class="bearers">
        {task.responsibilities.map((bearing) => (
          <BearerChip key={bearing.phrase} bearing={bearing} members={membersOf(task, bearing.group?.id).length} />
        ))}
      </p>
      {mode !== null && mode !== 'JOINT' && <p class="basis">{m.tasks.each}</p>}
      {mode !== null && mode !== 'EACH' && task.obligations.totalCount > 1 && (
        <p class="basis">{hasLead ? m.tasks.jointWithLead : m.tasks.joint}</p>
      )}
      {task.openEnded && <p class="basis">{m.tasks.openEnded}</p>}
    </Reading>
  );
}

/** The units to which the task falls through a collective. */
function membersOf(task: FoundTask, groupId: string | undefined): { id: string; name: string }[] {
  return task.obligations.nodes.filter(({ group }) => group !== null && group.id === groupId).map(({ unit }) => unit);
}

function GroupReading({
  task,
  responsibility: { group, phrase },
}: {
  task: FoundTask;
  responsibility: FoundTask['responsibilities'][number];
}): VNode {
  const view = useView();
  const { m } = view;
  const members = membersOf(task, group?.id);
  const isComplete = group?.roster === 'COMPLETE';
  return (
    <Reading item={m.tasks.expansion} printed={phrase}>
      {members.length === 0 ? (
        <p class="soft">{m.tasks.noMembers}</p>
      ) : (
        <p lang="zh-Hans" class="members">
          {members.map(({ id, name }, index) => (
            <>
              {index > 0 && '、'}
              <a key={id} href={view.href(`/units/${id}`)}>
                {name}
              </a>
            </>
          ))}
        </p>
      )}
      <p class="basis">
        {isComplete
          ? m.tasks.expansionComplete(task.plan.issuedOn === null ? null : m.site.date(task.plan.issuedOn))
          : m.tasks.expansionKnown}
        {group && ` ${m.tasks.rule(halfIn(view.lang, group.rule))}`}
      </p>
    </Reading>
  );
}

function TopicsReading({ task }: { task: FoundTask }): VNode {
  const { m, lang } = useView();
  return (
    <Reading item={m.tasks.topics} printed={null}>
      {task.topics.map(({ topic, reason, confirmed }) => (
        <p key={topic.code}>
          {lang === 'en' ? topic.titleEn : topic.titleZh}
          <span class="basis">
            {' '}
            <span lang="zh-Hans">{reason}</span>
            {m.site.comma}
            {confirmed ? m.tasks.confirmedByPerson : m.tasks.proposed}
          </span>
        </p>
      ))}
    </Reading>
  );
}
