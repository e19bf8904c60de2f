import { meaningsOf } from '../../platform/graphql';
import { datasets, type Bilingual, type Cell, type Field } from '../fields';
import { csvOf } from '../formats';

const both = ([zh, en]: Bilingual) => ({ zh, en });

/** Every field of every dataset, for programs. */
export function dictionaryJson(): Buffer {
  const tables = datasets.map(({ name, title, description, fields }) => ({
    name,
    title: both(title),
    description: both(description),
    fields: fields.map((field) => ({
      name: field.name,
      type: field.type,
      title: both(field.title),
      description: both(field.description),
      nullMeans: field.absent ? both(field.absent) : null,
      unit: field.unit ? both(field.unit) : null,
      values: field.values ? meaningsOf(field.values) : null,
      refersTo: field.refersTo ?? null,
      example: field.example,
    })),
  }));
  return Buffer.from(`${JSON.stringify({ datasets: tables }, null, 2)}\n`);
}

const columns: Readonly<Record<string, (field: Field, dataset: string) => Cell>> = {
  dataset: (_field, dataset) => dataset,
  field: ({ name }) => name,
  type: ({ type }) => type,
  titleZh: ({ title }) => title[0],
  titleEn: ({ title }) => title[1],
  descriptionZh: ({ description }) => description[0],
  descriptionEn: ({ description }) => description[1],
  nullMeansZh: ({ absent }) => absent?.[0] ?? null,
  nullMeansEn: ({ absent }) => absent?.[1] ?? null,
  unitZh: ({ unit }) => unit?.[0] ?? null,
  unitEn: ({ unit }) => unit?.[1] ?? null,
  values: ({ values }) => (values ? Object.keys(values).join(' ') : null),
  refersTo: ({ refersTo }) => (refersTo ? `${refersTo.dataset}.${refersTo.field}` : null),
  example: ({ example }) => example,
};

/** The same as a table, a row for every field. */
export function dictionaryCsv(): Buffer {
  const rows = datasets.flatMap(({ name, fields }) => fields.map((field) => Object.values(columns).map((cell) => cell(field, name))));
  return csvOf([Object.keys(columns), ...rows]);
}
