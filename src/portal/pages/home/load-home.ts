import { addDays, today } from '../../../platform/calendar';
import type { Ask } from '../../ask';
import { addMissing, heldYears, regionTree, type RegionBranch } from '../../components/region-tree';
import { dueOnDocument, homeDocument, neighboursDocument, type DueOnAnswer, type HomeAnswer, type HomeVariables } from './home.document';

const horizonDays = 365;
/** Plans that the page shows, the latest first. */
export const plansShown = 6;

export interface LoadedHome {
  variables: HomeVariables;
  answer: HomeAnswer;
  /** Null where more regions are held than a tree can show. */
  tree: RegionBranch[] | null;
  /** The latest day with a deadline, where none lies ahead. */
  lastDay: { day: string; rows: DueOnAnswer['taskStatistics']['rows'] } | null;
}

export async function loadHome(ask: Ask): Promise<LoadedHome> {
  const day = today();
  const variables = { today: day, horizon: addDays(day, horizonDays), plans: plansShown };
  const answer = await ask(homeDocument, variables);
  const [tree, lastDay] = await Promise.all([loadTree(ask, answer), loadLastDay(ask, answer)]);
  return { variables, answer, tree, lastDay };
}

async function loadTree(ask: Ask, { held }: HomeAnswer): Promise<RegionBranch[] | null> {
  if (held.totalRows > held.rows.length) return null;
  const regions = heldYears(held.rows);
  const tree = regionTree(regions);
  // Of a county that is held, the prefecture: which other counties are not?
  const parents = new Set(regions.flatMap(({ region }) => (region.level === 'COUNTY' && region.parent ? [region.parent.id] : [])));
  if (parents.size > 0) {
    const { nodes } = await ask(neighboursDocument, { ids: [...parents] });
    const divisions = nodes.flatMap((node) =>
      node?.stableId ? [[node.stableId, node.children!.nodes.filter(({ kind }) => kind === 'DIVISION')] as const] : [],
    );
    addMissing(tree, new Map(divisions));
  }
  return tree;
}

async function loadLastDay(ask: Ask, { next, last }: HomeAnswer): Promise<LoadedHome['lastDay']> {
  const day = last.nodes[0]?.deadline.dueOn ?? null;
  if (next.totalCount > 0 || day === null) return null;
  return { day, rows: (await ask(dueOnDocument, { day })).taskStatistics.rows };
}
