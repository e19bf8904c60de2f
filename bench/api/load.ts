import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface LoadResult {
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  failures: number;
}

/** Loads a server from a process of its own. */
export async function load(request: { url: string; bodies: string[]; connections: number; seconds: number }): Promise<LoadResult> {
  const child = spawn(process.execPath, [join(__dirname, 'load-client.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stdin.end(JSON.stringify(request));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the load ended with ${code}`);
  return JSON.parse(output) as LoadResult;
}
