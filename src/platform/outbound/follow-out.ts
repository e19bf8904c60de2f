import { callOut, OutboundFailure, type OutboundCall } from './call-out';
import type { OutboundRules } from './outbound-rules';

const mostRedirections = 5;
const redirections = [301, 302, 303, 307, 308];

/**
 * Gets an address and goes where it is redirected to; every hop is checked like the first, and none leaves http and https. Gives
 * the status of the last answer. Throws OutboundFailure, also with TOO_MANY_REDIRECTIONS or REDIRECTION_NOT_ALLOWED.
 */
export async function followOut({ url, ...call }: Omit<OutboundCall, 'method' | 'body'>, rules: OutboundRules): Promise<number> {
  for (let redirected = 0; redirected <= mostRedirections; redirected += 1) {
    const { status, location } = await callOut({ ...call, method: 'GET', url }, rules);
    if (!redirections.includes(status) || location === null) return status;
    url = nextHop(location, url);
  }
  throw new OutboundFailure('TOO_MANY_REDIRECTIONS');
}

function nextHop(location: string, from: URL): URL {
  const next = URL.canParse(location, from.href) ? new URL(location, from.href) : null;
  if (!next || !/^https?:$/.test(next.protocol) || next.username !== '' || next.password !== '')
    throw new OutboundFailure('REDIRECTION_NOT_ALLOWED');
  return next;
}
