import { QueryFailedError, type EntityManager } from 'typeorm';

/** Takes out units that were proposed for a draft and that nothing refers to any more. One that the public has seen stays. */
export async function discardProposals(manager: EntityManager, unitIds: readonly number[]): Promise<void> {
  for (const unitId of unitIds) {
    try {
      await manager.transaction((inner) => inner.query('delete from unit where id = $1 and proposed and not published', [unitId]));
    } catch (error) {
      // Something refers to it: then it is used.
      const isUsed = error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23503';
      if (!isUsed) throw error;
    }
  }
}
