import { datasets, type Bilingual, type Dataset } from '../fields';
import { formats, type Format } from '../formats';
import { licence, publisherName, titled, titlesOf } from './about';
import type { Coverage } from './coverage';
import type { CataloguedFile } from './data-package';

interface Described {
  publicBaseUrl: string;
  release: { number: number; createdAt: Date; isDemonstration: boolean; files: readonly CataloguedFile[] };
  coverage: Coverage;
}

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** Prefixes for those who write the same in Turtle. */
export const prefixes: Readonly<Record<string, string>> = context;

const reference = (id: string) => ({ '@id': id });
const typed = (type: string, value: string | number) => ({ '@type': `xsd:${type}`, '@value': String(value) });
const inBoth = ([zh, en]: Bilingual) => [
  { '@language': 'zh-CN', '@value': zh },
  { '@language': 'en', '@value': en },
];

/** The catalogue in DCAT 3, as JSON-LD with its context inside: nothing has to be fetched to read it. */
export function dcatCatalogue(described: Described): object {
  const { publicBaseUrl: base, release } = described;
  const titles = titlesOf(release.isDemonstration);
  return {
    '@context': context,
    '@id': `${base}/data`,
    '@type': 'dcat:Catalog',
    'dct:title': inBoth(titles.dataset),
    'dct:description': inBoth(titles.description),
    ...provenance(described),
    'foaf:homepage': reference(`${base}/`),
    'dcat:version': `${release.number}`,
    'dcat:dataset': datasets.map((dataset) => datasetOf(dataset, described)),
    'dcat:service': {
      '@id': `${base}/public/graphql`,
      '@type': 'dcat:DataService',
      'dct:title': inBoth(['公众接口（GraphQL）', 'Public API (GraphQL)']),
      'dcat:endpointURL': reference(`${base}/public/graphql`),
      'dcat:endpointDescription': reference(`${base}/explore`),
      'dcat:servesDataset': datasets.map(({ name }) => reference(datasetId(base, name))),
      'dct:license': reference(licence.url),
    },
  };
}

const datasetId = (base: string, name: string) => `${base}/data#${name}`;

function provenance({ publicBaseUrl: base, release }: Described): object {
  return {
    'dct:publisher': { '@id': `${base}/#publisher`, '@type': 'foaf:Agent', 'foaf:name': publisherName },
    'dct:license': reference(licence.url),
    'dct:modified': typed('dateTime', release.createdAt.toISOString()),
    'dct:language': ['ZHO', 'ENG'].map((code) => reference(`http://publications.europa.eu/resource/authority/language/${code}`)),
  };
}

function datasetOf(dataset: Dataset, described: Described): object {
  const { publicBaseUrl: base, release, coverage } = described;
  const { firstYear, lastYear, places } = coverage;
  return {
    '@id': datasetId(base, dataset.name),
    '@type': 'dcat:Dataset',
    'dct:identifier': dataset.name,
    'dct:title': inBoth(titled(dataset.title, release.isDemonstration)),
    'dct:description': inBoth(dataset.description),
    ...provenance(described),
    'dcat:version': `${release.number}`,
    'dcat:keyword': inBoth(['政务公开', 'open government']),
    'dcat:landingPage': reference(`${base}/data`),
    'dct:accrualPeriodicity': reference('http://publications.europa.eu/resource/authority/frequency/IRREG'),
    'dct:spatial': places.map(({ code, name }) => ({
      '@id': `${base}/regions/${code}`,
      '@type': 'dct:Location',
      'dct:identifier': code,
      'skos:prefLabel': { '@language': 'zh-CN', '@value': name },
    })),
    ...(firstYear !== null &&
      lastYear !== null && {
        'dct:temporal': {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': typed('date', `${firstYear}-01-01`),
          'dcat:endDate': typed('date', `${lastYear}-12-31`),
        },
      }),
    'dcat:distribution': formats.flatMap((format) => distributionOf(dataset, format, described)),
  };
}

function distributionOf(
  { name, title }: Dataset,
  { extension, mediaType, title: formatTitle }: Format,
  { publicBaseUrl: base, release }: Described,
): object[] {
  const file = release.files.find((each) => each.name === `${name}.${extension}`);
  if (!file) return [];
  const url = `${base}/data/releases/${release.number}/${file.name}`;
  return [
    {
      '@id': url,
      '@type': 'dcat:Distribution',
      'dct:title': inBoth([`${title[0]}（${formatTitle}）`, `${title[1]} (${formatTitle})`]),
      'dcat:accessURL': reference(`${base}/data`),
      'dcat:downloadURL': reference(url),
      'dcat:mediaType': reference(`https://www.iana.org/assignments/media-types/${mediaType.split(';')[0]}`),
      'dcat:byteSize': typed('nonNegativeInteger', file.byteSize),
      'dct:issued': typed('dateTime', release.createdAt.toISOString()),
      'dct:license': reference(licence.url),
      'dct:conformsTo': reference(`${base}/data/releases/${release.number}/datapackage.json`),
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': reference('spdx:checksumAlgorithm_sha256'),
        'spdx:checksumValue': typed('hexBinary', file.sha256),
      },
    },
  ];
}
