import type { EntityManager } from 'typeorm';

/** Keeps what the public is told of a plan that goes; an earlier withdrawal of the same plan gives way. */
export async function rememberWithdrawn(manager: EntityManager, planId: number, reason: string, isTitleWithheld: boolean): Promise<void> {
  await manager.query(
    `insert into withdrawn_plan (id, slug, title, document_number, source_sha256, reason)
     select p.id, p.slug, case when not $3 then p.title end, case when not $3 then p.document_number end, d.sha256, $2
     from plan p join source_document d on d.id = p.source_document_id where p.id = $1
     on conflict (id) do update set slug = excluded.slug, title = excluded.title, document_number = excluded.document_number, reason = excluded.reason,
       withdrawn_at = now(), published = true`,
    [planId, reason, isTitleWithheld],
  );
}
