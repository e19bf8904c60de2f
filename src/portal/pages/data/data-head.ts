import { datasets, licence } from '../../../open-data';
import type { Head } from '../../page';
import type { View } from '../../view';
import type { DataAnswer } from './data.document';

/** What search engines for data read of the files. */
export function dataHead(view: View, { latest, releases }: DataAnswer): Head {
  const { data } = view.m;
  return {
    title: data.heading,
    description: data.description,
    canonical: '/data',
    ...(latest && {
      structured: {
        '@context': 'https://schema.org',
        '@type': 'DataCatalog',
        name: data.heading,
        description: data.description,
        url: `${view.baseUrl}/data`,
        license: licence.url,
        isAccessibleForFree: true,
        dateModified: latest.createdAt,
        version: String(releases.nodes[0]?.number ?? latest.number),
        dataset: datasets.map(({ name, title, description }) => ({
          '@type': 'Dataset',
          name: inReadersLanguage(view, title),
          description: inReadersLanguage(view, description),
          identifier: name,
          url: `${view.baseUrl}/data#${name}`,
          license: licence.url,
          inLanguage: 'zh-Hans',
          distribution: latest.files
            .filter((file) => file.name.startsWith(`${name}.`))
            .map((file) => ({
              '@type': 'DataDownload',
              contentUrl: `${view.baseUrl}/data/releases/${latest.number}/${file.name}`,
              encodingFormat: encodings[file.name.split('.').at(-1)!],
              contentSize: `${file.byteSize} B`,
            })),
        })),
      },
    }),
  };
}

const encodings: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
};

/** A text of the data's own catalogue in the reader's language. */
export function inReadersLanguage({ lang }: View, [zh, en]: readonly [zh: string, en: string]): string {
  return lang === 'en' ? en : zh;
}
