import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { stylesheet } from './style/stylesheet';

interface Asset {
  path: string;
  type: string;
  content: string;
}

const yearInSeconds = 31_536_000;

/** The files that every page loads. Their names hold a digest of their content, so that they may be kept for good. */
export const assets = {
  stylesheet: asset('portal', 'css', 'text/css; charset=utf-8', stylesheet()),
  script: asset('portal', 'js', 'text/javascript; charset=utf-8', read('script/enhance.js')),
  icon: asset('icon', 'svg', 'image/svg+xml', read('style/icon.svg')),
} as const;

export function addAssets(app: FastifyInstance): void {
  for (const { path, type, content } of Object.values(assets)) {
    app.get(path, async (_request, reply) =>
      reply.type(type).header('cache-control', `public, max-age=${yearInSeconds}, immutable`).send(content),
    );
  }
}

function read(file: string): string {
  return readFileSync(join(__dirname, file), 'utf8');
}

function asset(name: string, extension: string, type: string, content: string): Asset {
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 12);
  return { path: `/assets/${name}.${digest}.${extension}`, type, content };
}
