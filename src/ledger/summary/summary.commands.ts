import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { badUserInput, CommandRefusal, globalId, notFound, readKey } from '../../platform/graphql';
import { Region } from '../../regions';
import { Unit } from '../../units';
import { readPeriod, type Period } from '../period';
import { contentHash } from '../review/content-hash';
import { LedgerSummary, type SummaryFigures } from './ledger-summary';
import { summaryFigures } from './summary-figures';
import type { IssueSummaryInput } from './summary.inputs';

interface Scope {
  region: Region;
  unitId: number | null;
}

/** Counts the public ledger of a unit or a region and freezes what was counted. */
export async function issueSummary(manager: EntityManager, input: IssueSummaryInput, actor: string): Promise<{ summaryId: number }> {
  const scope = await scopeOf(manager, input);
  const [{ asOf }] = await manager.query<[{ asOf: string }]>('select shanghai_today()::text as "asOf"');
  const period = readPeriodThatIsOver(input.period, asOf);
  const keys = { regionId: scope.region.id, unitId: scope.unitId, period: period.text };
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`ledger summary ${JSON.stringify(keys)}`]);
  const version = (await lastVersion(manager, keys)) + 1;
  if (version > 1 && !input.reason)
    throw new CommandRefusal(
      'ALREADY_ISSUED',
      '本期汇总已发布；重新发布请写明理由。 It is issued already; give a reason to issue it again.',
      ['reason'],
    );
  const figures = await summaryFigures(manager, { regionPath: scope.region.path, unitId: scope.unitId }, period, asOf);
  const sha256 = summaryHash({ asOf, figures, period: period.text, region: scope.region.stableId, unitId: scope.unitId, version });
  const inserted = await manager.insert(LedgerSummary, {
    ...keys,
    periodStart: period.firstDay,
    periodEnd: period.lastDay,
    asOf,
    version,
    reason: version > 1 ? input.reason! : null,
    figures,
    sha256,
    issuedAt: () => 'now()',
    published: true,
    updatedAt: () => 'now()',
  });
  const summaryId = inserted.identifiers[0]!['id'] as number;
  await appendAuditEvent(manager, {
    actor,
    action: 'ledger-summary.issue',
    subject: globalId('LedgerSummary', summaryId),
    payload: { before: null, after: { ...keys, asOf, version, sha256, reason: input.reason ?? null } },
  });
  return { summaryId };
}

interface HashedSummary {
  asOf: string;
  figures: SummaryFigures;
  period: string;
  region: string;
  unitId: number | null;
  version: number;
}

/** What `sha256` is of. */
export function summaryHash({ unitId, ...rest }: HashedSummary): string {
  return contentHash({ ...rest, unit: unitId === null ? null : globalId('Unit', unitId) });
}

async function lastVersion(
  manager: EntityManager,
  { regionId, unitId, period }: { regionId: number; unitId: number | null; period: string },
): Promise<number> {
  const [row] = await manager.query<[{ version: number }]>(
    'select coalesce(max(version), 0) as version from ledger_summary where region_id = $1 and unit_id is not distinct from $2 and period = $3',
    [regionId, unitId, period],
  );
  return row.version;
}

async function scopeOf(manager: EntityManager, { unitId, regionCode }: IssueSummaryInput): Promise<Scope> {
  if ((unitId == null) === (regionCode == null))
    throw badUserInput('Give either `unitId` or `regionCode`. / unitId 与 regionCode 须给且只给一个。');
  if (regionCode != null) {
    const region = await manager.findOneBy(Region, { stableId: regionCode });
    if (!region) throw new CommandRefusal('NO_REGION', `没有代码为 ${regionCode} 的区域。 There is no such region.`, ['regionCode']);
    return { region, unitId: null };
  }
  const unit = await manager.findOneBy(Unit, { id: readKey(unitId!, 'Unit') });
  if (!unit) throw notFound('There is no such unit. / 没有这个单位。');
  if (!unit.published) throw new CommandRefusal('UNIT_NOT_PUBLIC', '该单位尚未公开，不能发布其汇总。 The unit is not public.', ['unitId']);
  return { region: await manager.findOneByOrFail(Region, { id: unit.regionId }), unitId: unit.id };
}

function readPeriodThatIsOver(text: string, today: string): Period {
  const period = /^\d{4}(-H[12]|-Q[1-4])?$/.test(text) ? readPeriod(text) : null;
  if (!period) throw new CommandRefusal('NO_PERIOD', '汇总期须为年度、半年或季度，如 2023、2023-H1、2023-Q3。 No such period.', ['period']);
  if (period.lastDay >= today)
    throw new CommandRefusal('PERIOD_NOT_OVER', `${text} 尚未结束，请在 ${period.lastDay} 之后发布。 The period is not over.`, ['period']);
  return period;
}
