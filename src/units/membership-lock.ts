import type { EntityManager } from 'typeorm';

/** Any number, the same everywhere. */
const membershipLock = 7_206_005;

/**
 * Held by whoever may give collectives other members, and so plans other obligations: taken before any lock on a unit or a
 * plan, so that two of them do not wait for one another.
 */
export async function lockMemberships(manager: EntityManager): Promise<void> {
  await manager.query('select pg_advisory_xact_lock($1)', [membershipLock]);
}
