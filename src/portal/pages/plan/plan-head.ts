import type { Head } from '../../page';
import type { View } from '../../view';
import type { FoundPlan } from './load-plan';

/** What search engines and inspections read of a plan. */
export function planHead({ m, baseUrl }: View, plan: FoundPlan, licence: string | null): Head {
  const issuer = plan.issuerText ?? plan.region.name;
  const description = [issuer, plan.documentNumber, plan.title, m.plans.summary(plan.tasks.totalCount, 0, 0)].filter(Boolean).join(' · ');
  return {
    title: plan.title,
    description,
    canonical: `/plans/${plan.slug}`,
    article: { publishedOn: plan.issuedOn, source: plan.issuerText, keywords: [plan.region.name, m.terms.planKind[plan.kind]] },
    structured: structured(plan, baseUrl, licence),
  };
}

/** The plan as a data set, in the words of schema.org. What the original does not give is left out. */
function structured(plan: FoundPlan, baseUrl: string, licence: string | null): object {
  const url = `${baseUrl}/plans/${plan.slug}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: plan.title,
    description: `${plan.region.name} ${plan.title}，${plan.tasks.totalCount}项任务`,
    url,
    inLanguage: 'zh-Hans',
    identifier: plan.documentNumber ?? undefined,
    datePublished: plan.issuedOn ?? undefined,
    dateModified: plan.updatedAt,
    spatialCoverage: plan.region.name,
    temporalCoverage: plan.year === null ? undefined : String(plan.year),
    creator: plan.issuerText === null ? undefined : { '@type': 'GovernmentOrganization', name: plan.issuerText },
    license: licence === null ? undefined : `https://spdx.org/licenses/${licence}.html`,
    isBasedOn: plan.basis.map(({ title, documentNumber }) => [title, documentNumber].filter(Boolean).join(' ')),
    distribution: [
      { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${url}.csv` },
      {
        '@type': 'DataDownload',
        encodingFormat: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        contentUrl: `${url}.xlsx`,
      },
    ],
  };
}
