import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../platform/config';
import type { Database } from '../platform/database';
import type { Log } from '../platform/log';

export interface ServerParts {
  config: Config;
  database: Database;
  log: Log;
}

/** Answers requests; the listening socket belongs to the caller, who opened it before there was anything to answer with. */
export interface AppServer {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Called once the last request is answered. */
  close(): Promise<void>;
}

export async function createServer({ database }: ServerParts): Promise<AppServer> {
  const status = async (url: string | undefined) => {
    if (url === '/healthz') return 200;
    if (url === '/readyz') return (await database.isAnswering()) ? 200 : 503;
    return 404;
  };
  return {
    handle: (request, response) => void status(request.url).then((code) => response.writeHead(code).end()),
    close: async () => {},
  };
}
