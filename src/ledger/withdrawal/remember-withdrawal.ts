import type { EntityManager } from 'typeorm';

/** Tells the public of an entry that goes; of one whose plan is not public, nobody. */
export async function rememberWithdrawnEntry(manager: EntityManager, id: number, reason: string): Promise<void> {
  await manager.query(
    `insert into withdrawal (entry_id, plan_id, obligation_id, unit_id, reason, published)
     select e.id, o.plan_id, o.id, o.unit_id, $2, o.published from ledger_entry e join obligation o on o.id = e.obligation_id where e.id = $1`,
    [id, reason],
  );
}

export async function rememberWithdrawnEvaluation(manager: EntityManager, id: number, reason: string): Promise<void> {
  await manager.query(
    `insert into withdrawal (evaluation_id, unit_id, reason, published) select e.id, e.unit_id, $2, true from evaluation e where e.id = $1`,
    [id, reason],
  );
}
