import { Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import { UnitGroup } from '../units';

/** A member that a plan's own annex lists for a collective. It joins the collective itself when the plan is published. */
@Entity()
export class ListedMember {
  @PrimaryColumn('integer', { name: 'plan_id' })
  planId!: number;

  @PrimaryColumn('integer', { name: 'group_id' })
  groupId!: number;

  @PrimaryColumn('integer', { name: 'unit_id' })
  unitId!: number;
}

/** Keeps what the annex of a plan lists for a collective. */
export async function listMembers(manager: EntityManager, planId: number, groupId: number, unitIds: readonly number[]): Promise<void> {
  await manager.insert(
    ListedMember,
    [...new Set(unitIds)].map((unitId) => ({ planId, groupId, unitId })),
  );
}

/** Makes the members that a plan lists members of their collectives, which are complete by that. */
export async function adoptListedMembers(manager: EntityManager, planId: number): Promise<void> {
  await manager.query(
    `insert into unit_group_member (group_id, unit_id) select group_id, unit_id from listed_member where plan_id = $1 on conflict do nothing`,
    [planId],
  );
  await manager
    .createQueryBuilder()
    .update(UnitGroup)
    .set({ roster: 'COMPLETE', rule: '文件附件列出的单位。 The bodies listed in the annex that the words cite.', selectors: null })
    .where('id in (select group_id from listed_member where plan_id = :planId)', { planId })
    .execute();
}
