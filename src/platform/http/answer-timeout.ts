import type { FastifyInstance } from 'fastify';

/** A handler took longer than a request may. */
export class AnswerTimeout extends Error {}

/**
 * Every request is answered in time, by an error where its handler is not done; a body that is already on its way is cut.
 * Fastify's own limit makes a signal for every request and aborts it at its end, for listeners that are not here.
 */
export function limitAnswerTime(app: FastifyInstance, defaultTimeoutMs: number): void {
  app.addHook('onRequest', (request, reply, done) => {
    const late = () => {
      if (reply.sent) return;
      if (reply.raw.headersSent) reply.raw.destroy();
      else void reply.send(new AnswerTimeout());
    };
    const timer = setTimeout(late, request.routeOptions.config.answerTimeoutMs ?? defaultTimeoutMs);
    reply.raw.once('close', () => clearTimeout(timer));
    done();
  });
}
