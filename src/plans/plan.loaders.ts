import { hydrate, loadMany, loadOne, registerNode } from '../platform/graphql';
import type { Category } from './category';
import { categoryColumns, planColumns, responsibilityColumns, targetColumns } from './columns';
import { Annex, PlanBasis, type Plan } from './plan';
import type { Responsibility } from './responsibility';
import { toCategory, toPlan, toResponsibility, toTarget } from './rows';
import { SourceDocument } from './source-document';
import type { Target } from './target';

export const planByKey = loadOne<number, Plan>(
  async (reader, keys) => (await reader.rows<object>(`select ${planColumns} from plan p where p.id = any($1)`, [keys])).map(toPlan),
  (plan) => plan.id,
);

export const planByDocumentNumber = loadOne<string, Plan>(
  async (reader, numbers) =>
    (
      await reader.rows<object>(`select ${planColumns} from plan p where p.document_number = any($1) and p.state <> 'WITHDRAWN'`, [numbers])
    ).map(toPlan),
  (plan) => plan.documentNumber!,
);

export const planBySlug = loadOne<string, Plan>(
  async (reader, slugs) => (await reader.rows<object>(`select ${planColumns} from plan p where p.slug = any($1)`, [slugs])).map(toPlan),
  (plan) => plan.slug,
);

export const categoryByKey = loadOne<number, Category>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${categoryColumns} from category c where c.id = any($1)`, [keys])).map(toCategory),
  (category) => category.id,
);

export const categoriesOfPlan = loadMany<number, Category>(
  async (reader, plans) =>
    (
      await reader.rows<object>(`select ${categoryColumns} from category c where c.plan_id = any($1) order by c.plan_id, c.position`, [
        plans,
      ])
    ).map(toCategory),
  (category) => category.planId,
);

const responsibilityByKey = loadOne<number, Responsibility>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${responsibilityColumns} from responsibility b where b.id = any($1)`, [keys])).map(toResponsibility),
  (responsibility) => responsibility.id,
);

export const responsibilitiesOfTask = loadMany<number, Responsibility>(
  async (reader, tasks) =>
    (
      await reader.rows<object>(
        `select ${responsibilityColumns} from responsibility b where b.task_id = any($1) order by b.task_id, b.position`,
        [tasks],
      )
    ).map(toResponsibility),
  (responsibility) => responsibility.taskId,
);

const targetByKey = loadOne<number, Target>(
  async (reader, keys) => (await reader.rows<object>(`select ${targetColumns} from target x where x.id = any($1)`, [keys])).map(toTarget),
  (target) => target.id,
);

export const targetsOfTask = loadMany<number, Target>(
  async (reader, tasks) =>
    (
      await reader.rows<object>(`select ${targetColumns} from target x where x.task_id = any($1) order by x.task_id, x.position`, [tasks])
    ).map(toTarget),
  (target) => target.taskId,
);

export const basisOfPlan = loadMany<number, PlanBasis>(
  async (reader, plans) =>
    (
      await reader.rows<object>(
        `select plan_id as "planId", position, title, document_number as "documentNumber", published from plan_basis where plan_id = any($1) order by plan_id, position`,
        [plans],
      )
    ).map((row) => hydrate(PlanBasis, row)),
  (basis) => basis.planId,
);

export const annexesOfPlan = loadMany<number, Annex>(
  async (reader, plans) =>
    (
      await reader.rows<object>(
        `select plan_id as "planId", position, number, title, kind, entries, published from annex where plan_id = any($1) order by plan_id, position`,
        [plans],
      )
    ).map((row) => hydrate(Annex, row)),
  (annex) => annex.planId,
);

export const sourceDocumentByKey = loadOne<number, SourceDocument>(
  async (reader, keys) =>
    (
      await reader.rows<object>(
        `select id, file_name as "fileName", media_type as "mediaType", encoding, byte_size as "byteSize", sha256, published,
           removed_at as "removedAt", removed_reason as "removedReason",
           created_at as "createdAt", updated_at as "updatedAt" from source_document where id = any($1)`,
        [keys],
      )
    ).map((row) => hydrate(SourceDocument, row)),
  (document) => document.id,
);

registerNode('Plan', (context, key) => planByKey(context).load(key));
registerNode('Category', (context, key) => categoryByKey(context).load(key));
registerNode('Responsibility', (context, key) => responsibilityByKey(context).load(key));
registerNode('Target', (context, key) => targetByKey(context).load(key));
registerNode('SourceDocument', (context, key) => sourceDocumentByKey(context).load(key));
