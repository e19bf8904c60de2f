import type { EntityManager } from 'typeorm';
import { badUserInput, notFound, tryReadGlobalId } from '../../platform/graphql';

/** A record that a problem can be reported about. */
export interface ProblemSubject {
  typeName: string;
  key: number;
  /** The plan that it is, or belongs to; null for what belongs to none. */
  planId: number | null;
}

/** The plan of a public record by its key; no row where it is not public. */
const lookUps: Readonly<Record<string, string>> = {
  Plan: 'select id as plan_id from plan where id = $1 and published',
  Task: 'select plan_id from task where id = $1 and published',
  Unit: 'select null::int as plan_id from unit where id = $1 and published',
  Region: 'select null::int as plan_id from region where id = $1',
  SourceDocument: `select (select max(p.id) from plan p where p.source_document_id = d.id and p.published) as plan_id
    from source_document d where d.id = $1 and d.published`,
  Release: 'select null::int as plan_id from release where id = $1',
};

/** Reads the id of a record. BAD_USER_INPUT for what nothing can be reported about, NOT_FOUND for what is not public. */
export async function findProblemSubject(manager: EntityManager, id: string): Promise<ProblemSubject> {
  const { typeName, key } = readProblemSubject(id);
  const [found] = await manager.query<{ plan_id: number | null }[]>(lookUps[typeName]!, [key]);
  if (!found) throw notFound();
  return { typeName, key, planId: found.plan_id };
}

export function readProblemSubject(id: string): { typeName: string; key: number } {
  const read = tryReadGlobalId(id);
  if (!read || !Object.hasOwn(lookUps, read.typeName))
    throw badUserInput('This is no id of a record about which problems are reported. / 不是可以反馈问题的记录标识。');
  return { typeName: read.typeName, key: read.key > 2_147_483_647 ? 0 : read.key };
}
