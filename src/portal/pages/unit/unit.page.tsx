import type { VNode } from 'preact';
import { fullName } from '../../components/full-name';
import { LedgerNotice } from '../../components/ledger-notice';
import { EmbedDrawer } from '../../components/embed-drawer';
import { ProblemSection } from '../../components/problem-section';
import { regionSteps } from '../../components/region-trail';
import { Trail } from '../../components/trail';
import type { Page } from '../../page';
import { useView } from '../../view';
import { dutiesCsv } from './duties-csv';
import { DatedSection, LateSection, UndatedSection } from './duty-sections';
import { loadUnit, type LoadedUnit } from './load-unit';
import { UnitHeader } from './unit-header';

/** One unit: what falls to it, by name and through collectives, dated and undated. */
export const unitPage: Page = {
  path: '/units/:id(^[A-Za-z0-9_=-]{1,100}$)',
  section: 'units',
  tables: [dutiesCsv],
  async load({ params, view, ask }) {
    const loaded = await loadUnit(ask, params['id']!);
    const { unit, release } = loaded;
    const name = fullName(unit);
    return {
      head: {
        title: name,
        description: `${name} · ${view.m.units.description}`,
        canonical: `/units/${unit.id}`,
        structured: {
          '@context': 'https://schema.org',
          '@type': 'GovernmentOrganization',
          name,
          alternateName: [unit.name, ...unit.aliases],
          url: `${view.baseUrl}/units/${unit.id}`,
          areaServed: unit.region.name,
        },
      },
      release,
      body: <UnitView {...loaded} />,
    };
  },
};

function UnitView(loaded: LoadedUnit): VNode {
  const view = useView();
  const { units } = view.m;
  const { unit, duties } = loaded;
  const region = regionSteps(view, unit.region).at(-1);
  const collected = duties.filter(({ plan }) => plan.ledgerSince !== null);
  const since = collected.map(({ plan }) => plan.ledgerSince!).sort()[0] ?? null;
  return (
    <article>
      <Trail
        steps={[
          ...(region ? [region] : []),
          { label: units.title, href: view.href('/units', { region: unit.region.stableId }) },
          { label: unit.name, href: null, isChinese: true },
        ]}
      />
      <UnitHeader {...loaded} />
      {duties.length > 0 && <LedgerNotice ledgerSince={since} states={[...new Set(duties.map(({ status }) => status))]} />}
      <LateSection {...loaded} />
      <DatedSection {...loaded} />
      <UndatedSection {...loaded} />
      <EmbedDrawer path={`/units/${unit.id}`} title={fullName(unit)} />
      <ProblemSection about={unit.id} answers={unit.problemAnswers} />
    </article>
  );
}
