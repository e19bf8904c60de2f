import { datasets, type Dataset, type Field, type FieldType } from '../fields';
import { formats, type Format } from '../formats';
import { licence, publisherName, titled, titlesOf } from './about';

/** A file of a release, as the catalogues describe it. */
export interface CataloguedFile {
  name: string;
  byteSize: number;
  sha256: string;
}

interface Described {
  number: number;
  createdAt: Date;
  /** Of a database for demonstrations. */
  isDemonstration: boolean;
  files: readonly CataloguedFile[];
}

/** datapackage.json: a Frictionless Data Package (v1) of the files beside it. CSV files carry the whole schema of their table. */
export function dataPackage({ number, createdAt, isDemonstration, files }: Described): Buffer {
  const titles = titlesOf(isDemonstration);
  const fileNamed = new Map(files.map((file) => [file.name, file]));
  const resources = datasets.flatMap((dataset) =>
    formats.map((format) => resourceOf(dataset, format, fileNamed.get(`${dataset.name}.${format.extension}`)!, isDemonstration)),
  );
  const description = {
    profile: 'data-package',
    name: 'gongkai',
    title: titles.dataset.join(' / '),
    version: `${number}`,
    created: createdAt.toISOString(),
    ...(isDemonstration && { demonstration: true }),
    description: titles.description.join('\n\n'),
    licenses: [{ name: licence.spdx, title: licence.title, path: licence.url }],
    contributors: [{ title: publisherName, role: 'publisher' }],
    resources,
  };
  return Buffer.from(`${JSON.stringify(description, null, 2)}\n`);
}

function resourceOf(dataset: Dataset, { extension, mediaType }: Format, file: CataloguedFile, isDemonstration: boolean): object {
  const isTable = extension === 'csv';
  return {
    name: isTable ? dataset.name : `${dataset.name}-${extension}`,
    path: file.name,
    title: titled(dataset.title, isDemonstration).join(' / '),
    description: dataset.description.join('\n\n'),
    profile: isTable ? 'tabular-data-resource' : 'data-resource',
    format: extension,
    mediatype: mediaType.split(';')[0],
    ...(/^text|json/.test(mediaType) && { encoding: 'utf-8' }),
    bytes: file.byteSize,
    hash: `sha256:${file.sha256}`,
    ...(isTable && { dialect: { lineTerminator: '\r\n', header: true }, schema: tableSchema(dataset) }),
  };
}

const tableTypes: Record<FieldType, { type: string; format?: string }> = {
  id: { type: 'string' },
  text: { type: 'string' },
  texts: { type: 'array' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'date' },
  instant: { type: 'datetime', format: '%Y-%m-%dT%H:%M:%S.%fZ' },
};

/** Frictionless Table Schema of a dataset. */
function tableSchema({ name, fields }: Dataset): object {
  return {
    fields: fields.map((field) => ({
      name: field.name,
      ...tableTypes[field.type],
      title: field.title.join(' / '),
      description: describe(field),
      example: Array.isArray(field.example) ? JSON.stringify(field.example) : String(field.example),
      constraints: {
        required: !field.absent,
        ...(field === fields[0] && { unique: true }),
        ...(field.values && { enum: Object.keys(field.values) }),
      },
    })),
    missingValues: [''],
    primaryKey: fields[0].name,
    foreignKeys: fields.flatMap(({ name: from, refersTo }) =>
      refersTo
        ? [{ fields: from, reference: { resource: refersTo.dataset === name ? '' : refersTo.dataset, fields: refersTo.field } }]
        : [],
    ),
  };
}

function describe({ description: [zh, en], absent, unit }: Field): string {
  const zhRest = [unit && `单位：${unit[0]}。`, absent && `空：${absent[0]}。`].filter(Boolean).join('');
  const enRest = [unit && `Unit: ${unit[1]}.`, absent && `Empty: ${absent[1]}.`].filter(Boolean).join(' ');
  return `${zh}${zhRest} / ${en}${enRest && ` ${enRest}`}`;
}
