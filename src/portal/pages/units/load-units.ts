import { allRows } from '../../all-rows';
import type { Ask } from '../../ask';
import { pageAsked } from '../../components/pager';
import type { UnitRow } from '../../components/unit-table.document';
import { ownRegion } from '../../own-region';
import type { View } from '../../view';
import { readUnitFilters, unitFilterBy, type UnitFilters } from './unit-filters';
import { busiestUnitsDocument, unitRecordsDocument, unitsDocument, type UnitsAnswer, type UnitsVariables } from './units.document';

const pageSize = 50;

/** The list of units: those that the filters leave, a page of them; or, while nothing is asked for, those to whom the most falls. */
export type UnitList =
  | { kind: 'FOUND'; units: UnitsAnswer['units']; variables: UnitsVariables }
  | { kind: 'BUSIEST'; units: readonly UnitRow[]; variables: { first: number } };

export async function loadUnits(view: View, ask: Ask, filters: UnitFilters): Promise<UnitList> {
  if (isUnasked(view)) return { kind: 'BUSIEST', units: await busiest(ask), variables: mostTasks };
  const variables: UnitsVariables = { filterBy: unitFilterBy(filters), ...pageAsked(view, pageSize) };
  return { kind: 'FOUND', units: (await ask(unitsDocument, variables)).units, variables };
}

/** The same list as a whole, for its file. */
export async function loadUnitRecords(view: View, ask: Ask): Promise<readonly UnitRow[]> {
  if (isUnasked(view)) return busiest(ask);
  const filterBy = ownRegion(view, unitFilterBy(await readUnitFilters(view, ask)));
  return allRows('/data/units.csv', async (after) => (await ask(unitRecordsDocument, { filterBy, after })).units);
}

/** No filter, and not all of them. */
function isUnasked(view: View): boolean {
  return [...view.query.keys()].every((name) => name === 'bom' || view.asked(name) === null);
}

/** One row more than is shown: tasks that fall to nobody have one of their own. */
const mostTasks = { first: pageSize + 1 };

async function busiest(ask: Ask): Promise<UnitRow[]> {
  const { rows } = (await ask(busiestUnitsDocument, mostTasks)).taskStatistics;
  return rows.flatMap(({ keys: [key] }) => (key?.node && 'tasks' in key.node ? [key.node as UnitRow] : [])).slice(0, pageSize);
}
