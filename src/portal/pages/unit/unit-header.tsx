import type { VNode } from 'preact';
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
  const bound = totalCount > duties.length ? units.atLeast : '';
  return (
    <>
      {units.summary(unit.byPlan.totalRows, totalCount)}
      {site.colon}
      {bound}
      {units.howNamed(named, duties.length - named)}
      {site.stop}
      {site.sentenceGap}
      {dated > 0 && `${bound}${units.datedCount(dated)}${site.stop}`}
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
        <a href={`/calendar.ics?${new URLSearchParams({ unit: unit.id }).toString()}`}>{units.calendar}</a>
      </Fact>
      <Fact term={units.source}>
        <span lang="zh-Hans">{unit.source}</span>
        {unit.sourceDate !== null && `${site.comma}${site.date(unit.sourceDate)}`}
      </Fact>
    </Facts>
  );
}

function History({ unit: { succession, successor, validTo } }: Pick<LoadedUnit, 'unit'>): VNode {
  const view = useView();
  const { units, site } = view.m;
  if (succession === null) return <>{units.noHistory}</>;
  const how = units.succession[succession];
  return (
    <>
      {successor ? units.into(how) : how}{' '}
      {successor && (
        <a href={view.href(`/units/${successor.id}`)} lang="zh-Hans">
          {successor.name}
        </a>
      )}
      {validTo !== null && `${site.comma}${units.until(site.date(validTo))}`}
    </>
  );
}
