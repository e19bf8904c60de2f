import type { VNode } from 'preact';
import { CsvLink, csvHref } from '../../components/csv-link';
import { Deadline } from '../../components/deadline';
import { LedgerStatus } from '../../components/ledger-status';
import { planName } from '../../components/plan-name';
import { QueryDrawer } from '../../components/query-drawer';
import { SectionHead } from '../../components/section-head';
import { YearStrip } from '../../components/year-strip';
import { useView } from '../../view';
import type { LoadedUnit } from './load-unit';
import { unitPageDocument, type UnitDuty } from './unit.document';

/** Undated duties that are listed unless all are asked for. */
const listedUndated = 20;

/** The dated duties of one year, on a line and in a table. */
export function DatedSection({ unit, duties }: LoadedUnit): VNode | null {
  const view = useView();
  const { units } = view.m;
  const dated = duties.filter(({ dueOn }) => dueOn !== null);
  const years = [...new Set(dated.map(({ dueOn }) => Number(dueOn!.slice(0, 4))))].sort((left, right) => right - left);
  const year = years.find((each) => String(each) === view.asked('year')) ?? years[0];
  if (year === undefined) return null;
  const own = dated.filter(({ dueOn }) => dueOn!.startsWith(`${year}-`));
  return (
    <section aria-labelledby="dated">
      <SectionHead id="dated" title={units.datedIn(year)} note={<DotKey duties={own} />}>
        <CsvLink path={`/units/${unit.id}.csv`} />
      </SectionHead>
      {years.length > 1 && (
        <nav class="chips" aria-label={units.years}>
          {years.map((each) => (
            <a key={each} class="tag" href={view.here({ year: each })} aria-current={each === year ? 'page' : undefined}>
              {each}
            </a>
          ))}
        </nav>
      )}
      <YearStrip year={year} dots={own.map(({ dueOn, group }) => ({ day: dueOn!, isSolid: group === null }))} />
      <DutyTable duties={own} caption={units.datedIn(year)} hasPlan={unit.byPlan.totalRows > 1} />
      <QueryDrawer document={unitPageDocument} variables={{ id: unit.id }} csv={csvHref(view, `/units/${unit.id}.csv`)} />
    </section>
  );
}

/** Duties whose day has passed, where reports are collected; without one there is no section. */
export function LateSection({ unit, duties }: LoadedUnit): VNode | null {
  const { units, site } = useView().m;
  const late = duties.filter(({ status }) => status === 'OVERDUE').sort((one, other) => (other.daysLate ?? 0) - (one.daysLate ?? 0));
  if (late.length === 0) return null;
  return (
    <section aria-labelledby="late">
      <SectionHead id="late" title={units.late} note={units.lateNote}>
        <a href={`/units/${unit.id}.csv?status=OVERDUE&bom=1`}>{site.download.csv}</a>
      </SectionHead>
      <DutyTable duties={late} caption={units.late} hasPlan={unit.byPlan.totalRows > 1} />
    </section>
  );
}

function DotKey({ duties }: { duties: readonly UnitDuty[] }): VNode {
  const { units } = useView().m;
  return (
    <span class="dot-key">
      {duties.some(({ group }) => group === null) && (
        <span>
          <Dot isSolid /> {units.named}
        </span>
      )}
      {duties.some(({ group }) => group !== null) && (
        <span>
          <Dot isSolid={false} /> {units.member}
        </span>
      )}
    </span>
  );
}

function Dot({ isSolid }: { isSolid: boolean }): VNode {
  return (
    <svg class="year-strip" width="12" height="12" aria-hidden="true">
      <circle class={isSolid ? 'solid' : undefined} cx="6" cy="6" r="5" />
    </svg>
  );
}

/** Duties that have no day, and cannot be late. */
export function UndatedSection({ unit, duties }: LoadedUnit): VNode | null {
  const view = useView();
  const { units, site } = view.m;
  const undated = duties.filter(({ dueOn }) => dueOn === null);
  const incomplete = [...new Set(duties.flatMap(({ group }) => (group?.roster === 'KNOWN' ? [units.quoted(group.expression)] : [])))];
  if (undated.length === 0) return null;
  const isAll = view.asked('undated') === 'all';
  const listed = isAll ? undated : undated.slice(0, listedUndated);
  return (
    <section aria-labelledby="undated">
      <SectionHead id="undated" title={units.undated} note={units.undatedNote(undated.length)}>
        <CsvLink path={`/units/${unit.id}.csv`} />
      </SectionHead>
      <DutyTable duties={listed} caption={units.undated} hasPlan={unit.byPlan.totalRows > 1} />
      {listed.length < undated.length && (
        <p class="more">
          <a href={view.here({ undated: 'all' }, '#undated')}>{view.m.tasks.showRest(undated.length - listed.length)}</a>
        </p>
      )}
      {unit.obligations.totalCount > duties.length && <p class="small soft">{units.listed(duties.length, unit.obligations.totalCount)}</p>}
      {incomplete.length > 0 && <p class="small soft">{units.rosterNote(incomplete.join(site.listComma))}</p>}
    </section>
  );
}

interface DutyTableProps {
  duties: readonly UnitDuty[];
  caption: string;
  /** They are of several plans, so that each says of which. */
  hasPlan: boolean;
}

function DutyTable({ duties, caption, hasPlan }: DutyTableProps): VNode {
  const { taskColumns } = useView().m.units;
  const hasStatus = duties.some(({ collected }) => collected);
  return (
    <table class="duty-table">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{taskColumns.deadline}</th>
          <th scope="col" class="numeric">
            {taskColumns.number}
          </th>
          <th scope="col">{taskColumns.text}</th>
          <th scope="col">{taskColumns.via}</th>
          {hasStatus && <th scope="col">{taskColumns.status}</th>}
        </tr>
      </thead>
      <tbody>
        {duties.map((duty) => (
          <DutyRow key={duty.id} {...{ duty, hasStatus, hasPlan }} />
        ))}
      </tbody>
    </table>
  );
}

interface DutyRowProps {
  duty: UnitDuty;
  hasStatus: boolean;
  hasPlan: boolean;
}

function DutyRow({ duty, hasStatus, hasPlan }: DutyRowProps): VNode {
  const { task, plan, group, status, daysLate, daysSinceLastEvidence } = duty;
  const view = useView();
  const { units, tasks } = view.m;
  return (
    <tr>
      <td>
        <Deadline deadline={task.deadline} />
      </td>
      <td class="numeric">
        <a href={view.href(`/tasks/${task.id}`)} aria-label={tasks.title(task.number)}>
          {task.number}
        </a>
      </td>
      <td class="task-text" lang="zh-Hans">
        {task.text}
      </td>
      <td class="small">
        {group === null ? (
          units.named
        ) : (
          <a class="quiet collective" href={view.href('/units', { group: group.id })} lang="zh-Hans">
            {group.expression}
          </a>
        )}
        {hasPlan && (
          <a class="quiet via-plan" href={view.href(`/plans/${plan.slug}`)} lang="zh-Hans">
            {planName(plan)}
          </a>
        )}
      </td>
      {hasStatus && (
        <td class="state">
          <LedgerStatus state={status} label={status === 'OVERDUE' && daysLate !== null ? tasks.daysLate(daysLate) : undefined} />
          {daysSinceLastEvidence !== null && <span class="small soft line">{tasks.daysSince(daysSinceLastEvidence)}</span>}
        </td>
      )}
    </tr>
  );
}
