import type { DataSource } from 'typeorm';
import { raw, sql, type Sql } from '../../platform/database';
import {
  hydrate,
  loadOne,
  paginate,
  paginateBelow,
  readKeys,
  registerNode,
  type ConnectionArgs,
  type OrderTerm,
  type Page,
  type RequestContext,
} from '../../platform/graphql';
import { regionKeys, regionPath, withinPath } from '../../regions';
import { LedgerSummary } from './ledger-summary';
import { summaryHash } from './summary.commands';
import type { LedgerSummaryFilter } from './summary.inputs';

const columns = `s.id, s.region_id as "regionId", s.unit_id as "unitId", s.period, s.period_start as "periodStart", s.period_end as "periodEnd",
  s.as_of as "asOf", s.version, s.reason, s.figures, s.sha256, s.issued_at as "issuedAt", s.published, s.updated_at as "updatedAt"`;

const toSummary = (row: object): LedgerSummary => hydrate(LedgerSummary, row);

export const summaryByKey = loadOne<number, LedgerSummary>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${columns} from ledger_summary s where s.id = any($1)`, [keys])).map(toSummary),
  (summary) => summary.id,
);

registerNode('LedgerSummary', (context, key) => summaryByKey(context).load(key));

const order: OrderTerm[] = [
  { expression: 's.period_end', type: 'date', direction: 'DESC' },
  { expression: 's.id', type: 'integer', direction: 'DESC' },
];

const list = {
  list: 'ledger summaries',
  columns,
  from: raw('ledger_summary s join region r on r.id = s.region_id'),
  order,
  toNode: toSummary,
};

export async function listSummaries(
  context: RequestContext,
  args: ConnectionArgs,
  filter: LedgerSummaryFilter | null,
): Promise<Page<LedgerSummary>> {
  return paginate(context, args, { ...list, where: await conditions(context, filter) });
}

/** The summaries of one unit, or of one region as a whole. */
export async function listSummariesBelow(
  context: RequestContext,
  parent: 'Unit' | 'Region',
  key: number,
  args: ConnectionArgs,
  filter: LedgerSummaryFilter | null,
): Promise<Page<LedgerSummary>> {
  const below = { column: parent === 'Unit' ? 's.unit_id' : 's.region_id', key, field: `${parent}.summaries`, variant: filter };
  const whole = parent === 'Region' ? [raw('s.unit_id is null')] : [];
  return paginateBelow(context, args, below, { ...list, where: [...whole, ...(await conditions(context, filter))] });
}

async function conditions(context: RequestContext, filter: LedgerSummaryFilter | null): Promise<Sql[]> {
  if (!filter) return [];
  return [
    ...(filter.unitIds ? [sql`s.unit_id = any(${readKeys(filter.unitIds, 'Unit')}::int[])`] : []),
    ...(filter.regionCodes ? [sql`s.unit_id is null and s.region_id = any(${await regionKeys(context, filter.regionCodes)}::int[])`] : []),
    ...(filter.withinRegion != null ? [withinPath('r.path', await regionPath(context, filter.withinRegion))] : []),
    ...(filter.years ? [sql`date_part('year', s.period_start)::int = any(${filter.years}::int[])`] : []),
    ...(filter.periods ? [sql`s.period = any(${filter.periods}::text[])`] : []),
    ...(filter.latest
      ? [
          raw(`not exists (select from ledger_summary later where later.region_id = s.region_id and later.unit_id is not distinct from s.unit_id
            and later.period = s.period and later.version > s.version)`),
        ]
      : []),
  ];
}

/** One text per summary that is not what its hash is of. */
export async function alteredSummaries(owner: DataSource): Promise<string[]> {
  const rows = await owner.query<(LedgerSummary & { region: string })[]>(
    `select ${columns}, r.stable_id as region, s.as_of::text as "asOf" from ledger_summary s join region r on r.id = s.region_id order by s.id`,
  );
  return rows
    .filter(
      ({ asOf, figures, period, region, unitId, version, sha256 }) =>
        summaryHash({ asOf, figures, period, region, unitId, version }) !== sha256,
    )
    .map(({ id }) => `a summary is as it was issued: summary ${id}`);
}
