import http from 'node:http';
import https from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { OutboundRules } from './outbound-rules';

export interface OutboundCall {
  method: 'GET' | 'HEAD' | 'POST';
  url: URL;
  headers: Readonly<Record<string, string>>;
  body?: string;
  timeoutMs: number;
  signal?: AbortSignal;
}

/** What came back. The body is not read. A redirection is an answer: nobody follows it here. */
export interface OutboundAnswer {
  status: number;
  /** Where a redirection points to; null where it is none. */
  location: string | null;
}

/** Why nothing came back, for a log: ADDRESS_NOT_ALLOWED, TIMEOUT, STOPPED, or the network's own code such as ECONNREFUSED. */
export class OutboundFailure extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'OutboundFailure';
  }
}

/**
 * Calls an address outside. The address is checked when the connection is made, behind the name server, so that a name that points
 * inside opens nothing. Throws OutboundFailure.
 */
export function callOut({ method, url, headers, body, timeoutMs, signal }: OutboundCall, rules: OutboundRules): Promise<OutboundAnswer> {
  const send = url.protocol === 'https:' ? https.request : http.request;
  const limit = AbortSignal.timeout(timeoutMs);
  const agent = agentFor(url, rules);
  return new Promise<OutboundAnswer>((resolve, reject) => {
    const request = send(url, { method, headers, agent, signal: signal ? AbortSignal.any([signal, limit]) : limit }, (response) => {
      resolve({ status: response.statusCode!, location: response.headers.location ?? null });
      response.on('error', () => {});
      response.destroy();
    });
    request.on('error', (error: NodeJS.ErrnoException) => reject(new OutboundFailure(codeOf(error, limit, signal))));
    request.end(body);
  }).finally(() => agent.destroy());
}

/** One for each call: a connection that is kept would be past the check. */
function agentFor({ protocol, hostname }: URL, { hosts, networks }: OutboundRules): http.Agent {
  const options = { allowPrivateIPAddress: hosts.includes(hostname), allowIPAddressList: [...networks] };
  return protocol === 'https:' ? new RequestFilteringHttpsAgent(options) : new RequestFilteringHttpAgent(options);
}

function codeOf(error: NodeJS.ErrnoException, limit: AbortSignal, stop: AbortSignal | undefined): string {
  if (/ is not allowed\. /.test(error.message)) return 'ADDRESS_NOT_ALLOWED';
  if (stop?.aborted) return 'STOPPED';
  return limit.aborted ? 'TIMEOUT' : (error.code ?? 'FAILED');
}
