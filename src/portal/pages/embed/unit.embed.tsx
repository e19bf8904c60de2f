import type { VNode } from 'preact';
import { today } from '../../../platform/calendar';
import { Fact, Facts } from '../../components/facts';
import { fullName } from '../../components/full-name';
import { LedgerNotice } from '../../components/ledger-notice';
import { useView } from '../../view';
import { loadUnit, type LoadedUnit } from '../unit/load-unit';
import { unitPage } from '../unit/unit.page';
import type { Embed } from './embed';

/** A unit: how much falls to it, how it is named, and what is due next. */
export const unitEmbed: Embed = {
  path: unitPage.path,
  async load({ params, ask }) {
    const loaded = await loadUnit(ask, params['id']!);
    const { unit, release } = loaded;
    return { title: fullName(unit), path: `/units/${unit.id}`, release, body: <UnitSummary {...loaded} /> };
  },
};

function UnitSummary({ unit, duties }: LoadedUnit): VNode {
  const { units, embeds, site } = useView().m;
  const { totalCount } = unit.obligations;
  const bound = totalCount > duties.length ? units.atLeast : '';
  const named = duties.filter(({ group }) => group === null).length;
  const dated = duties.filter(({ dueOn }) => dueOn !== null);
  const [next] = dated.map(({ dueOn }) => dueOn!).filter((day) => day >= today());
  const since = duties.flatMap(({ plan }) => plan.ledgerSince ?? []).sort()[0] ?? null;
  return (
    <article>
      <p class="issuer" lang="zh-Hans">
        {unit.region.name}
      </p>
      <h1 lang="zh-Hans">{fullName(unit)}</h1>
      <p>{totalCount === 0 ? units.noTasks : `${units.summary(unit.byPlan.totalRows, totalCount)}${site.stop}`}</p>
      {totalCount > 0 && (
        <Facts>
          <Fact term={units.taskColumns.via}>{`${bound}${units.howNamed(named, duties.length - named)}`}</Fact>
          <Fact term={units.taskColumns.deadline}>{`${bound}${units.datedCount(dated.length)}`}</Fact>
          {next !== undefined && (
            <Fact term={embeds.next}>
              <time dateTime={next}>{site.date(next)}</time>
            </Fact>
          )}
        </Facts>
      )}
      {totalCount > 0 && <LedgerNotice ledgerSince={since} states={[...new Set(duties.map(({ status }) => status))]} />}
    </article>
  );
}
