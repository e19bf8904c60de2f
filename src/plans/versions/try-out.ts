import type { EntityManager } from 'typeorm';

class Undone extends Error {}

/** What comes of a piece of work, of which nothing is kept. */
export async function tryOut<R>(manager: EntityManager, work: (inner: EntityManager) => Promise<R>): Promise<R> {
  const outcome: { result?: R } = {};
  try {
    await manager.transaction(async (inner) => {
      outcome.result = await work(inner);
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return outcome.result!;
}
