import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ExpectedFailure, exitCode } from '../platform/lifecycle';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

const requestTimeoutMs = 15_000;
const headersTimeoutMs = 10_000;
const finishTimeoutMs = 8_000;
const pollMs = 50;

/**
 * The HTTP server. It listens before anything else is up: it takes the port first of all, answers that the process is
 * alive, and says "not yet" to the rest.
 */
export class FrontDoor {
  private readonly server: Server;
  private handler: RequestHandler = answerNotYet;

  constructor() {
    this.server = createServer(
      { requestTimeout: requestTimeoutMs, headersTimeout: headersTimeoutMs, connectionsCheckingInterval: 1_000 },
      (request, response) => {
        if (!this.server.listening) response.setHeader('Connection', 'close');
        this.handler(request, response);
      },
    );
  }

  async listen(host: string, port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', (error) => reject(explainListenError(error, host, port)));
      this.server.listen(port, host, resolve);
    });
  }

  open(handler: RequestHandler): void {
    this.handler = handler;
  }

  /** Takes no new connections; requests that are being answered have some seconds to finish. */
  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    const closeIdle = setInterval(() => this.server.closeIdleConnections(), pollMs);
    const cut = setTimeout(() => this.server.closeAllConnections(), finishTimeoutMs);
    await closed;
    clearInterval(closeIdle);
    clearTimeout(cut);
  }
}

function answerNotYet(request: IncomingMessage, response: ServerResponse): void {
  const isAlive = request.url === '/healthz';
  const body = isAlive ? { status: 'ok' } : { errors: [{ message: '服务正在启动 (starting)', extensions: { code: 'UNAVAILABLE' } }] };
  response.writeHead(isAlive ? 200 : 503, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    ...(!isAlive && { 'Retry-After': '1' }),
  });
  response.end(request.method === 'HEAD' ? undefined : `${JSON.stringify(body)}\n`);
}

function explainListenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new ExpectedFailure(`端口 ${port} 已被占用 (port ${port} is taken)，请设置 PORT (set PORT)`, exitCode.failed);
  }
  return new ExpectedFailure(`无法监听 cannot listen on ${host}:${port}: ${error.code ?? error.message}`, exitCode.configuration);
}
