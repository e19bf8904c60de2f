import type { FastifyInstance } from 'fastify';
import type { ReplicaCondition } from './http-server-options';

/** /readyz asks this often at most, whoever asks. */
const readinessKeptMs = 500;

const readinessTimeoutMs = 3_000;

interface Health {
  ready: () => Promise<boolean>;
  replicas?: () => readonly ReplicaCondition[];
}

/** `/healthz`: the process lives. `/readyz`: it can answer, and how far replicas are behind. Neither is counted, nor names a place. */
export function addHealthRoutes(app: FastifyInstance, { ready, replicas = () => [] }: Health): void {
  const config = { audience: 'unlimited' as const };
  const isReady = keptFor(readinessKeptMs, () => withinTime(ready));
  app.get('/healthz', { config }, async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  app.get('/readyz', { config }, async (_request, reply) => {
    const isUp = await isReady();
    const conditions = replicas();
    return reply
      .code(isUp ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isUp ? 'ready' : 'not ready', ...(conditions.length > 0 && { replicas: conditions }) });
  });
}

/** A question that fails, or takes too long, is answered no. */
async function withinTime(ready: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, readinessTimeoutMs, false)));
  try {
    return await Promise.race([ready(), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function keptFor<T>(keptMs: number, ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  let askedAt = -Infinity;
  return () => {
    if (!answer || performance.now() - askedAt > keptMs) {
      askedAt = performance.now();
      answer = ask();
    }
    return answer;
  };
}
