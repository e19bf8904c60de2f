import type { Ask } from '../../ask';
import { PageMissing } from '../../page';
import { sameLineDocument, unitPageDocument, unitRestDocument, type LineUnit, type UnitDuty, type UnitPageAnswer } from './unit.document';

export type FoundUnit = NonNullable<UnitPageAnswer['unit']>;

/** Pages of a hundred duties that are looked through; of a unit with more, the page says "at least". */
const mostPages = 5;

export interface LoadedUnit {
  unit: FoundUnit;
  duties: UnitDuty[];
  sameLine: LineUnit[];
  release: UnitPageAnswer['release'];
}

export async function loadUnit(ask: Ask, id: string): Promise<LoadedUnit> {
  const { unit, release } = await ask(unitPageDocument, { id });
  if (!unit) throw new PageMissing();
  const [duties, sameLine] = await Promise.all([loadDuties(ask, unit), loadSameLine(ask, unit)]);
  return { unit, duties, sameLine, release };
}

async function loadDuties(ask: Ask, { id, obligations }: FoundUnit): Promise<UnitDuty[]> {
  const duties = [...obligations.nodes];
  let { pageInfo } = obligations;
  for (let page = 1; page < mostPages && pageInfo.hasNextPage; page += 1) {
    const rest = (await ask(unitRestDocument, { id, after: pageInfo.endCursor })).unit?.obligations;
    if (!rest) break;
    duties.push(...rest.nodes);
    pageInfo = rest.pageInfo;
  }
  return duties;
}

async function loadSameLine(ask: Ask, { id, functionLine, region }: FoundUnit): Promise<LineUnit[]> {
  if (!functionLine) return [];
  const { above, below } = await ask(sameLineDocument, {
    lines: [functionLine.code],
    within: region.stableId,
    above: region.parent ? [region.parent.stableId] : [],
  });
  return [...above.nodes, ...below.nodes].filter((unit) => unit.id !== id);
}
