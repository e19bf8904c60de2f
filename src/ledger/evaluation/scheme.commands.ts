import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { CommandRefusal, globalId } from '../../platform/graphql';
import { Region } from '../../regions';
import { EvaluationIndicator, EvaluationScheme } from './evaluation-scheme';
import type { DefineEvaluationSchemeInput, IndicatorInput } from './evaluation.inputs';
import { readDecimal, writeDecimal } from './exact-decimal';
import { fullMarks, treeFault, type Indicator } from './indicator-tree';

/** Writes down a scheme of indicators, for good. Refused where its indicators make no tree that can be scored. */
export async function defineEvaluationScheme(
  manager: EntityManager,
  { regionCode, title, year, method, indicators: inputs }: DefineEvaluationSchemeInput,
  actor: string,
): Promise<{ schemeId: number }> {
  const region = await manager.findOneBy(Region, { stableId: regionCode });
  if (!region) throw new CommandRefusal('NO_REGION', `没有代码为 ${regionCode} 的区域。 There is no such region.`, ['regionCode']);
  const indicators = inputs.map(toIndicator);
  const fault = treeFault(method, indicators);
  if (fault) throw new CommandRefusal('NO_TREE', `${fault.code === '' ? '' : `${fault.code}: `}${fault.message}`, ['indicators']);
  const full = fullMarks(method, indicators);
  const name = { regionId: region.id, title, year };
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`evaluation scheme ${JSON.stringify(name)}`]);
  if (await manager.existsBy(EvaluationScheme, name))
    throw new CommandRefusal('SCHEME_EXISTS', '本区域该年度已有同名指标体系，请另取名称。 There is one of this title already.', ['title']);
  const total = writeDecimal(full.get(null)!);
  const inserted = await manager.insert(EvaluationScheme, {
    ...name,
    method,
    fullMarks: total,
    published: false,
    updatedAt: () => 'now()',
  });
  const schemeId = inserted.identifiers[0]!['id'] as number;
  await manager.insert(
    EvaluationIndicator,
    inputs.map(({ code, parentCode, title: asked, weight, veto }, index) => ({
      schemeId,
      code,
      parentCode: parentCode ?? null,
      position: index + 1,
      title: asked,
      weight: weight ?? null,
      fullMarks: veto ? null : writeDecimal(full.get(code)!),
      veto,
      published: false,
    })),
  );
  await appendAuditEvent(manager, {
    actor,
    action: 'evaluation-scheme.define',
    subject: globalId('EvaluationScheme', schemeId),
    payload: { before: null, after: { region: regionCode, title, year, method, indicators: inputs } },
  });
  return { schemeId };
}

function toIndicator({ code, parentCode, weight, points, veto }: IndicatorInput): Indicator {
  return {
    code,
    parentCode: parentCode ?? null,
    weight: weight == null ? null : readDecimal(weight),
    points: points == null ? null : readDecimal(points),
    isVeto: veto,
  };
}

/** The indicators of a scheme as they are reckoned with. */
export async function indicatorsOf(manager: EntityManager, { id, method }: EvaluationScheme): Promise<Indicator[]> {
  const rows = await manager.find(EvaluationIndicator, { where: { schemeId: id }, order: { position: 'ASC' } });
  const parents = new Set(rows.map(({ parentCode }) => parentCode));
  return rows.map(({ code, parentCode, weight, fullMarks: full, veto }) => ({
    code,
    parentCode,
    weight: weight === null ? null : readDecimal(weight),
    points: method === 'POINTS' && full !== null && !parents.has(code) ? readDecimal(full) : null,
    isVeto: veto,
  }));
}
