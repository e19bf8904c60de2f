import type { FastifyInstance } from 'fastify';

/** /readyz asks this often at most, whoever asks. */
const readinessKeptMs = 500;

const readinessTimeoutMs = 3_000;

/** `/healthz`: the process lives. `/readyz`: it can answer. Neither is counted, nor tells anything else. */
export function addHealthRoutes(app: FastifyInstance, ready: () => Promise<boolean>): void {
  const config = { audience: 'unlimited' as const };
  const isReady = keptFor(readinessKeptMs, () => withinTime(ready));
  app.get('/healthz', { config }, async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  app.get('/readyz', { config }, async (_request, reply) => {
    const answer = (await isReady()) ? { status: 'ready' } : { status: 'not ready' };
    return reply
      .code(answer.status === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(answer);
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
