import type { VNode } from 'preact';
import { csvHref } from '../../components/csv-link';
import { Fact, Facts } from '../../components/facts';
import { fullName } from '../../components/full-name';
import { lineTitle } from '../../components/line-title';
import { planName } from '../../components/plan-name';
import { useView } from '../../view';
import type { LoadedUnit } from './load-unit';

/** What the unit is, and in figures what falls to it. */
export function UnitHeader(loaded: LoadedUnit): VNode {
  const view = useView();
  const { unit } = loaded;
  const kinds = [view.m.terms.unitKind[unit.kind], unit.functionLine && lineTitle(view, unit.functionLine)].filter(Boolean);
  return (
    <header class="title-block">
      <div>
        <p class="issuer">
          <span lang="zh-Hans">{unit.region.name}</span> · {kinds.join(' · ')}
        </p>
        <h1 lang="zh-Hans">{fullName(unit)}</h1>
        <p class="lede measure">
          <Summary {...loaded} />
        </p>
      </div>
      <UnitFacts {...loaded} />
    </header>
  );
}

function Summary({ unit, duties }: LoadedUnit): VNode {
  const { site, units } = useView().m;
  const { totalCount } = unit.obligations;
  if (totalCount === 0) return <>{units.noTasks}</>;
  const named = duties.filter(({ group }) => group === null).length;
  const dated = duties.filter(({ dueOn }) => dueOn !== null).length;
  const late = duties.filter(({ status }) => status === 'OVERDUE').length;
  const bound = totalCount > duties.length ? units.atLeast : '';
  return (
    <>
      {units.summary(unit.byPlan.totalRows, totalCount)}
      {site.colon}
      {bound}
      {units.howNamed(named, duties.length - named)}
      {site.stop}
      {site.sentenceGap}
      {dated > 0 && `${bound}${units.datedCount(dated)}${site.stop}${site.sentenceGap}`}
      {late > 0 && `${bound}${units.lateCount(late)}${site.stop}`}
    </>
  );
}

function UnitFacts({ unit, sameLine, duties }: LoadedUnit): VNode {
  const view = useView();
  const { units, site } = view.m;
  const plan = unit.byPlan.totalRows === 1 ? duties[0]?.plan : undefined;
  return (
    <Facts>
      {plan && (
        <Fact term={view.m.plans.title}>
          <a href={view.href(`/plans/${plan.slug}`)} lang="zh-Hans">
            {planName(plan)}
          </a>
        </Fact>
      )}
      <Fact term={units.printedName}>
        <span class="song" lang="zh-Hans">
          {[unit.name, ...unit.aliases].join('、')}
        </span>
      </Fact>
      <Fact term={units.history}>
        <History unit={unit} />
      </Fact>
      {sameLine.length > 0 && (
        <Fact term={units.sameLine}>
          {sameLine.map((other) => (
            <span key={other.id} class="line">
              <a href={view.href(`/units/${other.id}`)} lang="zh-Hans">
                {fullName(other)}
              </a>
            </span>
          ))}
        </Fact>
      )}
      <Fact term={units.subscribe}>
        <span class="cite-links">
          <a href={`/calendar.ics?${new URLSearchParams({ unit: unit.id }).toString()}`}>{units.calendar}</a>
          <a href={`/feeds/changes.atom?${new URLSearchParams({ unit: unit.id }).toString()}`}>Atom</a>
          <a href={csvHref(view, `/units/${unit.id}.csv`)}>CSV</a>
        </span>
      </Fact>
      <Fact term={units.source}>
        <span lang="zh-Hans">{unit.source}</span>
        {unit.sourceDate !== null && `${site.comma}${site.date(unit.sourceDate)}`}
      </Fact>
    </Facts>
  );
}

/** What it was before, and what became of it. */
function History({ unit }: Pick<LoadedUnit, 'unit'>): VNode {
  const view = useView();
  const { units, site } = view.m;
  const { succession, successor, validTo, formerNames, predecessors } = unit;
  if (succession === null && formerNames.length === 0 && predecessors.length === 0) return <>{units.noHistory}</>;
  return (
    <>
      {formerNames.map(({ name, until }) => (
        <span key={name} class="line">
          {units.formerly} <span lang="zh-Hans">{name}</span>
          {site.comma}
          {units.until(site.date(until))}
        </span>
      ))}
      {predecessors.map(({ id, name }) => (
        <span key={id} class="line">
          {units.tookOver}{' '}
          <a href={view.href(`/units/${id}`)} lang="zh-Hans">
            {name}
          </a>
        </span>
      ))}
      {succession !== null && (
        <span class="line">
          {successor ? units.into(units.succession[succession]) : units.succession[succession]}{' '}
          {successor && (
            <a href={view.href(`/units/${successor.id}`)} lang="zh-Hans">
              {successor.name}
            </a>
          )}
          {validTo !== null && `${site.comma}${units.until(site.date(validTo))}`}
        </span>
      )}
    </>
  );
}
