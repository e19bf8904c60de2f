import type { Messages } from '..';

export const data: Messages['data'] = {
  title: 'Data',
  heading: 'All the data, to take away',
  lead: 'Each release has a number, never changes, and comes with checksums. Cite the number, and next year it is still the same file.',
  description:
    'Open data of open-government plans: plans, tasks, responsibilities, ledger, units and regions as CSV, XLSX, JSON Lines and Parquet, with dictionary, checksums and API guide.',
  facts: { latest: 'Latest release', licence: 'Licence', checksums: 'Checksums', changes: 'Since the last', subscribe: 'Subscribe' },
  releaseOn: (number, day) => `Release ${number} · ${day}`,
  release: (number) => `Release ${number}`,
  licence: 'Free to use and republish, with attribution:',
  fromTo: (before, now) => `${before} → ${now}`,
  noRelease: 'No release yet',
  noReleaseText: 'The first one follows by itself once plans are published.',

  downloads: 'Downloads',
  downloadsNote: 'for Excel take XLSX, or “CSV (Excel)”',
  columns: { file: 'File', content: 'What is in it', rows: 'Rows', dictionary: 'Dictionary', formats: 'Formats' },
  rowWord: ' rows',
  fieldCount: (count) => `${count} fields`,
  format: { csv: 'CSV', excel: 'CSV (Excel)', xlsx: 'XLSX', jsonl: 'JSONL', parquet: 'Parquet' },
  fileLabel: (table, format, size) => `${table}, ${format}, ${size}`,
  stableAddress: (number) =>
    `These links lead to release ${number}, which never changes; without “releases/${number}/” an address is always that of the latest. All formats have the same rows.`,

  api: 'For programs',
  apiLead: (limit) =>
    `The public API needs no account${limit === null ? '' : ` and answers ${limit.toLocaleString('en')} requests a minute`}. This query finds the tasks due by the end of August and runs as it stands.`,
  openExplore: 'Open in the query console',
  getExample: 'As a GET request',
  schema: 'Every field (query console)',
  limits: (limit, cost) => [
    ['Address', '/public/graphql, GET and POST'],
    [
      'Rate',
      limit === null ? 'not limited' : `${limit.toLocaleString('en')} requests a minute for each address; beyond that 429 with Retry-After`,
    ],
    ['Page', '1 to 100 rows, 20 where not said; pageInfo.endCursor leads on'],
    ['One query', `at most ${cost.toLocaleString('en')} records, reckoned before it runs, see rateLimit.cost; 12 levels deep`],
    ['Null', 'means that the source does not say, never zero; every field says what'],
  ],
  versions: 'Versions',
  versionsText:
    'Fields are added, never renamed. One that is to go is marked as deprecated for at least one release of the data. Ids last, corrections included.',
  verify: 'Check a download',
  verifyText:
    'Each release lists the SHA-256 of every file, and the hash of the release before it, so that a change in any of them would show.',

  releases: 'Releases',
  releaseCount: (count) => `${count} so far`,
  releaseColumns: { number: 'Number', time: 'Date', changes: 'Rows changed' },
  firstRelease: 'the first',
  noChange: 'no row changed',
  change: (table, added, changed, removed) =>
    `${table} ${[added > 0 ? `+${added}` : '', changed > 0 ? `~${changed}` : '', removed > 0 ? `−${removed}` : ''].filter(Boolean).join(' ')}`,
  chained: 'A new release follows by itself when something changed; the old ones stay as they are.',

  dictionary: 'Dictionary',
  dictionaryNote: 'headers of files, Table Schema and API come from this one registry',
  fieldColumns: { name: 'Field', title: 'Title', type: 'Type', description: 'What it is', example: 'Example' },
  fieldType: {
    id: 'id',
    text: 'text',
    texts: 'list of texts',
    integer: 'integer',
    number: 'number',
    boolean: 'boolean',
    date: 'date',
    instant: 'instant (UTC)',
  },
  emptyMeans: (meaning) => `Empty: ${meaning}.`,

  withdrawn: 'Withdrawn documents',
  withdrawnNote: (shown, total) => (shown < total ? `the latest ${shown} of ${total}` : String(total)),
  withdrawnColumns: { time: 'Withdrawn on', document: 'Document', reason: 'Reason' },
  notNamed: 'its name may not be shown any more',
};
