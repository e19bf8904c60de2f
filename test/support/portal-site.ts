import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { createServer as createApp, type AppServer } from '../../src/app/server';
import { readConfig } from '../../src/platform/config';
import { createLog } from '../../src/platform/log';
import type { TestDatabase } from './database';

export interface PortalPage {
  status: number;
  headers: Headers;
  html: string;
  /** What is to be read in it, without the spaces between elements. */
  text: string;
}

export interface PortalSite {
  /** Without a slash at its end. */
  readonly url: string;
  /** Asks as a browser does. */
  open(path: string, headers?: Readonly<Record<string, string>>): Promise<PortalPage>;
  request(path: string, init?: RequestInit): Promise<Response>;
}

/** The whole service on a free port, for tests of its pages. Call it beside `useTestDatabase`. */
export function usePortalSite(database: TestDatabase, environment: Readonly<Record<string, string>> = {}): PortalSite {
  let app: AppServer;
  let http: Server;
  const url = () => `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const request = (path: string, init?: RequestInit) => fetch(`${url()}${path}`, { redirect: 'manual', ...init });

  beforeAll(async () => {
    const config = readConfig({ LOG_LEVEL: 'silent', PUBLIC_RATE_LIMIT_PER_MINUTE: '1000000', ...environment });
    app = await createApp({ config, database, log: createLog('silent') });
    http = createServer((incoming, response) => app.handle(incoming, response));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  }, 60_000);
  afterAll(async () => {
    await new Promise((resolve) => {
      http.close(resolve);
      // A browser keeps its connections.
      http.closeAllConnections();
    });
    await app.close();
  });

  return {
    get url() {
      return url();
    },
    request,
    async open(path, headers = {}) {
      const response = await request(path, { headers: { accept: 'text/html,application/xhtml+xml', ...headers } });
      const html = await response.text();
      return { status: response.status, headers: response.headers, html, text: textOf(parse(html)) };
    },
  };
}

/** What stands in the body, as one text. */
function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  if (['head', 'script', 'style'].includes(node.nodeName)) return '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
