import type { FastifyInstance, FastifyRequest } from 'fastify';
import { badUserInput } from '../graphql/safe-error';

const name = String.raw`[A-Za-z0-9](?:[A-Za-z0-9._-]{0,253})`;
const ipv6 = String.raw`\[[0-9A-Fa-f:.]{2,45}\]`;
const validHost = new RegExp(`^(?:${name}|${ipv6})(?::\\d{1,5})?$`);

/** Refuses a Host that is none, before anything makes a URL of it. Also where a trusted proxy names the host. */
export function refuseInvalidHost(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (!hosts(request).every((host) => validHost.test(host) && URL.canParse(`http://${host}/`))) throw badUserInput('Invalid Host header');
  });
}

function hosts(request: FastifyRequest): string[] {
  return [request.headers.host, request.host].filter((host) => host !== undefined);
}
