import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A program of somebody else's that takes requests, on a port of its own. */
export class HttpReceiver {
  readonly received: Received[] = [];
  /** What it answers, by path; 204 where nothing is said. */
  readonly answers = new Map<string, { status: number; headers?: Record<string, string> } | 'SILENT'>();
  private waiting: (() => void)[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<HttpReceiver> {
    const server = createServer();
    const receiver = new HttpReceiver(server);
    server.on('request', (request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        const path = request.url ?? '/';
        receiver.received.push({ path, headers: request.headers, body });
        const answer = receiver.answers.get(path) ?? { status: 204 };
        if (answer !== 'SILENT') response.writeHead(answer.status, answer.headers).end(answer.status === 204 ? undefined : 'body');
        receiver.waiting.splice(0).forEach((wake) => wake());
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Once so many requests have come. */
  async count(wanted: number): Promise<void> {
    while (this.received.length < wanted) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
