import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Package } from 'datapackage';
import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';
import { exportRelease } from '../../src/open-data';
import { useTestApp } from '../support/app-server';
import { useTestDatabase } from '../support/database';
import type { Json } from '../support/internal-api';

const database = useTestDatabase({ seeded: true });
const app = useTestApp(database);

const dcat = 'http://www.w3.org/ns/dcat#';
const spdx = 'http://spdx.org/rdf/terms#';

describe('the catalogue', () => {
  it('makes the same statements in JSON-LD and in Turtle', async () => {
    const document = await app.json('/catalog.jsonld');
    const turtle = await app.text('/catalog.ttl');
    const canonical = async (input: object | string, options: object = {}): Promise<string> =>
      String(await jsonld.canonize(input as never, { algorithm: 'RDFC-1.0', ...options } as object));
    const statements = await canonical(document);
    expect(statements.split('\n').length).toBeGreaterThan(500);
    const quads = new Writer({ format: 'N-Quads' }).quadsToString(new Parser().parse(turtle));
    expect(await canonical(quads, { inputFormat: 'application/n-quads' })).toBe(statements);
  });

  it('has for every file where it is, how large, of what type and with which hash', async () => {
    const quads = new Parser().parse(await app.text('/catalog.ttl'));
    const values = (subject: string, predicate: string) =>
      quads.filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate).map(({ object }) => object.value);
    const release = await app.json('/data/releases/1');
    const tables = release.files.filter(({ name }: Json) => /^(?!changes|tombstones|dictionary|datapackage)/.test(name));
    expect(tables).toHaveLength(32);
    for (const { url, byteSize, sha256, mediaType } of tables) {
      expect(values(url, `${dcat}downloadURL`)).toEqual([url]);
      expect(values(url, `${dcat}byteSize`)).toEqual([String(byteSize)]);
      expect(values(url, `${dcat}mediaType`)).toEqual([`https://www.iana.org/assignments/media-types/${mediaType}`]);
      const [checksum] = values(url, `${spdx}checksum`);
      expect(values(checksum!, `${spdx}checksumValue`)).toEqual([sha256]);
    }
    expect(values('http://localhost:4000/data', 'http://purl.org/dc/terms/license')).toEqual([
      'https://creativecommons.org/licenses/by/4.0/',
    ]);
    expect(values('http://localhost:4000/regions/510000', 'http://www.w3.org/2004/02/skos/core#prefLabel')).toEqual(['四川省']);
  });

  it('says its types, and is 304 to who has it', async () => {
    for (const [path, type] of [
      ['/catalog.jsonld', 'application/ld+json; charset=utf-8'],
      ['/catalog.ttl', 'text/turtle; charset=utf-8'],
    ] as const) {
      const response = await app.get(path);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
      expect((await app.get(path, { 'if-none-match': response.headers.get('etag')! })).status).toBe(304);
    }
  });
});

describe('the data package', () => {
  it('describes the columns of every table as they are, with keys that hold', async () => {
    const description = await app.json('/data/datapackage.json');
    const tables = new Map<string, Record<string, string>[]>();
    for (const { name, path, profile } of description.resources)
      if (profile === 'tabular-data-resource') tables.set(name, parse(await app.text(`/data/${path}`), { columns: true }));
    expect([...tables.keys()]).toEqual(['regions', 'units', 'plans', 'tasks', 'responsibilities', 'obligations', 'targets', 'corrections']);
    const column = (table: string, field: string) => tables.get(table)!.map((row) => row[field]!);
    for (const { name, schema } of description.resources.filter((each: Json) => each.schema)) {
      expect(parse(await app.text(`/data/${name}.csv`), { to: 1 })[0]).toEqual(schema.fields.map((field: Json) => field.name));
      const keys = column(name, schema.primaryKey);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { fields, reference } of schema.foreignKeys) {
        const known = new Set(column(reference.resource || name, reference.fields));
        expect([name, fields, column(name, fields).filter((value) => value !== '' && !known.has(value))]).toEqual([name, fields, []]);
      }
      for (const field of schema.fields)
        expect([name, field.name, column(name, field.name).filter((cell) => !isCell(cell, field))]).toEqual([name, field.name, []]);
    }
  });

  it('has a licence, and the size and hash of each file', async () => {
    const description = await app.json('/data/datapackage.json');
    expect(description).toMatchObject({ profile: 'data-package', name: 'gongkai', licenses: [{ name: 'CC-BY-4.0' }] });
    const sums = await app.text('/data/SHA256SUMS');
    expect(description.resources).toHaveLength(32);
    for (const { path, hash, bytes } of description.resources) {
      expect(sums).toContain(`${hash.replace('sha256:', '')}  ${path}\n`);
      // No published plan was corrected yet: no lines.
      expect(bytes > 0).toBe(path !== 'corrections.jsonl');
    }
  });
});

const types: Record<string, RegExp> = {
  string: /^/,
  array: /^\[.*\]$/s,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
};

function isCell(cell: string, { type, constraints }: Json): boolean {
  if (cell === '') return !constraints.required;
  return types[type]!.test(cell) && (!constraints.enum || constraints.enum.includes(cell));
}

it('the dictionary explains every field, in both languages', async () => {
  const rows: Record<string, string>[] = parse(await app.text('/data/dictionary.csv'), { columns: true });
  const { datasets } = await app.json('/data/dictionary.json');
  expect(rows.map(({ dataset, field }) => `${dataset}.${field}`)).toEqual(
    datasets.flatMap((dataset: Json) => dataset.fields.map((field: Json) => `${dataset.name}.${field.name}`)),
  );
  for (const row of rows) {
    expect(row.titleZh).toMatch(/\p{Script=Han}/u);
    expect(row.descriptionEn).toMatch(/^[A-Z].*\.$/);
  }
  const status = datasets.find((each: Json) => each.name === 'obligations').fields.find((field: Json) => field.name === 'status');
  expect(status.values.NOT_COLLECTED).toContain('尚未归集');
});

/** Writes the latest release into a folder that is gone afterwards. */
async function withExport(look: (folder: string, exported: Awaited<ReturnType<typeof exportRelease>>) => Promise<void>): Promise<void> {
  const folder = join(mkdtempSync(join(tmpdir(), 'gongkai-export-')), 'release');
  try {
    await look(folder, await exportRelease(database.publicReader, folder, 'https://data.example', null));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('an export is a folder that explains and proves itself', () =>
  withExport(async (folder, exported) => {
    const names = readdirSync(folder);
    expect(exported).toEqual({ number: 1, fileCount: names.length });
    for (const name of ['README.md', 'LICENCE.txt', 'catalog.jsonld', 'catalog.ttl', 'datapackage.json', 'tasks.csv', 'tasks.parquet'])
      expect(names).toContain(name);
    expect(execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder }).toString()).toBe('');
    expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')).toHaveLength(names.length - 1);
    expect(readFileSync(join(folder, 'catalog.ttl'), 'utf8')).toContain('https://data.example/data/releases/1/tasks.csv');
    expect(await exportRelease(database.publicReader, folder, 'https://data.example', 9)).toBeNull();
  }));

it("an export is a data package to npm's datapackage: the descriptor, and the type of every cell", () =>
  withExport(async (folder) => {
    const descriptor = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as object;
    const { valid, errors, resources } = await Package.load(descriptor, { basePath: folder, strict: false });
    expect({ valid, errors }).toEqual({ valid: true, errors: [] });
    const tables = resources.filter(({ descriptor: { format } }) => format === 'csv');
    expect(tables.map(({ name }) => name).sort()).toEqual([
      'corrections',
      'obligations',
      'plans',
      'regions',
      'responsibilities',
      'targets',
      'tasks',
      'units',
    ]);
    for (const table of tables) {
      const lines = parse(readFileSync(join(folder, `${table.name}.csv`), 'utf8'), { bom: true });
      expect([table.name, (await table.read({ keyed: true })).length]).toEqual([table.name, lines.length - 1]);
    }
  }));
