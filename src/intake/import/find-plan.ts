import type { EntityManager } from 'typeorm';
import { normaliseDocumentNumber, pairTasks, Plan, PlanVersion, SourceDocument } from '../../plans';
import type { Region } from '../../regions';
import type { ParseResult, Problem } from '../reading';
import { ImportRefusal } from './import-refusal';

/** What is here already of a document: its very file as a version of a plan, or a plan of which it is another document. */
export interface FoundPlan {
  plan: Plan;
  /** The version that was read from this very file. */
  version?: PlanVersion;
  problems: Problem[];
}

/** Two documents without a number in common are taken for one plan only where at least this share of the shorter one's tasks agrees. */
const leastShared = 0.5;

/** The plan to which a document belongs: by its bytes, else by its number, else by title, year and region. Null where it is new. */
export async function findPlan(manager: EntityManager, region: Region, parsed: ParseResult): Promise<FoundPlan | null> {
  return (await byFile(manager, region, parsed)) ?? (await byNumber(manager, region, parsed)) ?? byTitle(manager, region, parsed);
}

async function byFile(manager: EntityManager, region: Region, { source: { sha256 } }: ParseResult): Promise<FoundPlan | null> {
  const version = await manager
    .createQueryBuilder(PlanVersion, 'v')
    .innerJoin(SourceDocument, 'd', 'd.id = v.sourceDocumentId')
    .where('d.sha256 = :sha256', { sha256 })
    .orderBy('v.number', 'DESC')
    .getOne();
  if (!version) return null;
  const plan = await manager.findOneByOrFail(Plan, { id: version.planId });
  return { plan, version, problems: plan.regionId === region.id ? [] : [await otherRegion(manager, plan)] };
}

async function otherRegion(manager: EntityManager, plan: Plan): Promise<Problem> {
  const [{ name, code }] = await manager.query<[{ name: string; code: string }]>(
    'select name, stable_id as code from region where id = $1',
    [plan.regionId],
  );
  return {
    severity: 'WARNING',
    code: 'OTHER_REGION',
    message: `该文件已作为${name}（${code}）的要点收录，所给区域未采用；若原先收录有误，请撤回后再导入。 This file is here as a plan of ${name} (${code}); the region given was not used. If that is wrong, have the plan withdrawn.`,
    at: null,
  };
}

async function byNumber(manager: EntityManager, region: Region, { plan: reading }: ParseResult): Promise<FoundPlan | null> {
  if (!reading.documentNumber) return null;
  const documentNumber = normaliseDocumentNumber(reading.documentNumber);
  const plan = await manager
    .createQueryBuilder(Plan, 'p')
    .where(`p.document_number = :documentNumber and p.state <> 'WITHDRAWN'`, { documentNumber })
    .getOne();
  if (!plan) return null;
  if (plan.regionId === region.id) return { plan, problems: [] };
  throw new ImportRefusal(
    `${documentNumber} 已是另一区域的要点（${plan.slug}）：请核对区域代码；若文号读取有误，请先更正那份要点的文号（editPlan）。 ${documentNumber} is the number of a plan of another region (${plan.slug}): check the region's code; if that number was misread, correct it there first (editPlan).`,
    1,
    'NUMBER_TAKEN',
  );
}

async function byTitle(manager: EntityManager, region: Region, parsed: ParseResult): Promise<FoundPlan | null> {
  const { title, year, documentNumber, issuer } = parsed.plan;
  if (title === null || year === null) return null;
  const candidates = await manager
    .createQueryBuilder(Plan, 'p')
    .where(`p.region_id = :region and p.year = :year and p.title = :title and p.state <> 'WITHDRAWN'`, { region: region.id, year, title })
    .orderBy('p.id', 'DESC')
    .getMany();
  for (const plan of candidates) {
    const isOther =
      (plan.documentNumber !== null && documentNumber !== null) ||
      (plan.issuerText !== null && issuer !== null && plan.issuerText !== issuer);
    if (!isOther && (await sharesTasks(manager, plan.id, parsed))) return { plan, problems: [sameTitle(plan)] };
  }
  return null;
}

async function sharesTasks(manager: EntityManager, planId: number, { tasks }: ParseResult): Promise<boolean> {
  const kept = await manager.query<{ text: string; categoryPath: string[] }[]>(
    `select t.text, coalesce(c.path, '{}') as "categoryPath" from task t left join category c on c.id = t.category_id
     where t.plan_id = $1 and t.ended_on is null order by t.number`,
    [planId],
  );
  const shared = pairTasks(kept, tasks).filter((at) => at !== -1).length;
  return shared >= leastShared * Math.min(kept.length, tasks.length);
}

function sameTitle({ slug, title }: Plan): Problem {
  return {
    severity: 'WARNING',
    code: 'SAME_TITLE',
    message: `按标题、年度和区域认作《${title}》（${slug}）的另一文件；若并非同一份要点，请更正其标题后再导入。 Taken for another document of ${slug} by title, year and region; if it is another plan, tell them apart by their titles.`,
    at: null,
  };
}
