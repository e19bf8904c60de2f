import type { ComponentChildren, VNode } from 'preact';
import { DiffKey, DiffText } from '../../components/diff-text';
import { SectionHead } from '../../components/section-head';
import { useView } from '../../view';
import type { LowerRung, RungPlan, RungTask, UpperRung } from './task.document';
import type { FoundTask } from './task-facts';

/** The wording from level to level: a rung for each, this one solid, dashed where nothing is held. */
export function LadderSection({ task }: { task: FoundTask }): VNode {
  const { m } = useView();
  const paired = [...task.upstream, ...task.downstream].filter(({ textDiff, relation }) => textDiff !== null && relation !== 'SAME');
  // With one counterpart, what left is marked in the upper text and what came in the lower one.
  const only = paired.length === 1 ? paired[0]! : null;
  const side = only && task.upstream.some(({ id }) => id === only.id) ? 'lower' : 'upper';
  return (
    <section aria-labelledby="ladder">
      <SectionHead
        id="ladder"
        title={m.tasks.ladder}
        note={
          <>
            {m.tasks.ladderNote} {paired.length > 0 && <DiffKey />}
          </>
        }
      />
      <ol class="ladder">
        <RungsAbove task={task} isSplit={only !== null} />
        <Rung plan={task.plan} number={task.number} href={null} isThis>
          <p class="rung-text song" lang="zh-Hans">
            {only?.textDiff ? <DiffText pieces={only.textDiff} side={side} /> : task.text}
          </p>
        </Rung>
        <RungsBelow task={task} isSplit={only !== null} />
      </ol>
    </section>
  );
}

function RungsAbove({ task, isSplit }: { task: FoundTask; isSplit: boolean }): VNode {
  const view = useView();
  const { tasks, site, terms } = view.m;
  const { plan, upstream } = task;
  const held = new Set([
    ...upstream.map(({ upstreamPlan }) => upstreamPlan.region.stableId),
    ...plan.upstream.map((each) => each.upstream.region.stableId),
  ]);
  const missing = regionsAbove(plan.region).filter(({ stableId }) => !held.has(stableId));
  return (
    <>
      {missing.length > 0 && (
        <EmptyRung title={missing.map(({ name, parent: above }) => (above ? name : terms.level.NATION)).join(site.listComma)}>
          {tasks.notHeldAbove(plan.year === null ? '' : site.year(plan.year))}
        </EmptyRung>
      )}
      {upstream.map((rung) => (
        <DerivedRung
          key={rung.id}
          rung={rung}
          other={rung.upstream}
          plan={rung.upstreamPlan}
          task={task}
          side={isSplit ? 'upper' : 'both'}
        />
      ))}
    </>
  );
}

function RungsBelow({ task, isSplit }: { task: FoundTask; isSplit: boolean }): VNode {
  const { tasks } = useView().m;
  const { plan, downstream } = task;
  if (plan.downstream.totalCount === 0 && downstream.length === 0) return <EmptyRung title={tasks.below}>{tasks.noneBelow}</EmptyRung>;
  return (
    <>
      {downstream.map((rung) => (
        <DerivedRung
          key={rung.id}
          rung={rung}
          other={rung.downstream}
          plan={rung.downstreamPlan}
          task={task}
          side={isSplit ? 'lower' : 'both'}
        />
      ))}
    </>
  );
}

interface RegionAbove {
  name: string;
  stableId: string;
  parent?: RegionAbove | null;
}

/** From the nation down. */
function regionsAbove({ parent }: { parent?: RegionAbove | null }): RegionAbove[] {
  return parent ? [...regionsAbove(parent), parent] : [];
}

function EmptyRung({ title, children }: { title: string; children: ComponentChildren }): VNode {
  return (
    <li class="rung not-held">
      <p class="rung-head">
        <strong>{title}</strong> <span>{children}</span>
      </p>
    </li>
  );
}

interface RungProps {
  plan: RungPlan | FoundTask['plan'];
  number: number | null;
  /** Of the task, or of the plan where it has no such task. */
  href: string | null;
  isThis?: boolean;
  note?: ComponentChildren;
  children?: ComponentChildren;
}

function Rung({ plan, number, href, isThis = false, note, children }: RungProps): VNode {
  const view = useView();
  const { tasks, site } = view.m;
  const facts = [plan.issuedOn === null ? tasks.notIssued : tasks.issued(site.date(plan.issuedOn)), isThis ? tasks.thisTask : null].filter(
    Boolean,
  );
  const label = number === null ? <span lang="zh-Hans">{plan.title}</span> : tasks.title(number);
  return (
    <li class={`rung${isThis ? ' this' : ''}`}>
      <p class="rung-head">
        <strong lang="zh-Hans">{plan.region.name}</strong> <span>{href === null ? label : <a href={href}>{label}</a>}</span>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {note}
      </p>
      {children}
    </li>
  );
}

interface DerivedRungProps {
  rung: UpperRung | LowerRung;
  other: RungTask | null;
  plan: RungPlan;
  task: FoundTask;
  side: 'upper' | 'lower' | 'both';
}

function DerivedRung({ rung, other, plan, task, side }: DerivedRungProps): VNode {
  const view = useView();
  const { tasks } = view.m;
  const pair = rung.confirmed ? tasks.confirmedPair : tasks.proposedPair;
  if (!other) {
    return (
      <Rung plan={plan} number={null} href={view.href(`/plans/${plan.slug}`)}>
        <p class="soft small">
          {tasks.noSource}
          {pair}
        </p>
      </Rung>
    );
  }
  const note = (
    <span>
      <strong>{tasks.relation[rung.relation]}</strong>
      {pair}
    </span>
  );
  return (
    <Rung plan={plan} number={other.number} href={view.href(`/tasks/${other.id}`)} note={note}>
      {rung.relation === 'SAME' ? (
        <p class="soft">{tasks.sameText}</p>
      ) : (
        <p class="rung-text song" lang="zh-Hans">
          {rung.textDiff ? <DiffText pieces={rung.textDiff} side={side} /> : other.text}
        </p>
      )}
      <RungChanges rung={rung} other={other} task={task} isUpper={'upstream' in rung} />
    </Rung>
  );
}

/** What became of units and deadline, from the upper to the lower task. */
function RungChanges({
  rung,
  other,
  task,
  isUpper,
}: Omit<DerivedRungProps, 'plan' | 'side' | 'other'> & { other: RungTask; isUpper: boolean }): VNode {
  const { tasks } = useView().m;
  const [upper, lower] = isUpper ? [other, task] : [task, other];
  const hasUnitChange = rung.unitDiff?.some(({ kind }) => kind !== 'KEPT') ?? false;
  return (
    <dl class="rung-changes">
      <div>
        <dt>{tasks.facts.units}</dt>
        <dd>
          {hasUnitChange || upper.responsibleText !== lower.responsibleText ? (
            <Became before={upper.responsibleText} after={lower.responsibleText} />
          ) : (
            <Unchanged words={lower.responsibleText} />
          )}
        </dd>
      </div>
      <div>
        <dt>{tasks.facts.deadline}</dt>
        <dd>
          {rung.deadlineDiff ? (
            <Became before={rung.deadlineDiff.before.text} after={rung.deadlineDiff.after.text} />
          ) : (
            <Unchanged words={lower.deadline.text} />
          )}
        </dd>
      </div>
    </dl>
  );
}

function Unchanged({ words }: { words: string | null }): VNode {
  const { tasks, site } = useView().m;
  return (
    <>
      {words === null ? (
        <span class="soft">{site.absent.notPrinted}</span>
      ) : (
        <span class="song" lang="zh-Hans">
          {words}
        </span>
      )}{' '}
      <span class="soft">{tasks.unchanged}</span>
    </>
  );
}

function Became({ before, after }: { before: string | null; after: string | null }): VNode {
  const { tasks, site } = useView().m;
  const absent = <span class="soft">{site.absent.notPrinted}</span>;
  return (
    <span class="song" lang="zh-Hans">
      {before === null ? absent : <del>{before}</del>}{' '}
      <span class="becomes">
        <span class="hidden">{tasks.becomes}</span>
        <span aria-hidden="true">→</span>
      </span>{' '}
      {after === null ? absent : <ins>{after}</ins>}
    </span>
  );
}
