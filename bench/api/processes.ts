import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server that the bench asks, in a process of its own. */
export interface Contestant {
  url: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

const patienceMs = 120_000;

export async function start(
  command: readonly string[],
  path: string,
  environment: Record<string, string>,
  isUp: (url: string) => Promise<boolean>,
): Promise<Contestant> {
  const port = await freePort();
  const child = spawn(process.execPath, command, {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}${path}`;
  for (const startedMs = Date.now(); !(await isUp(url).catch(() => false)); await sleep(200)) {
    if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended with ${child.exitCode}`);
    if (Date.now() - startedMs > patienceMs) throw new Error(`${command.join(' ')} does not answer`);
  }
  return { url, process: child, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Most resident memory of a process so far, in MB. */
export function peakMegabytes(child: ChildProcess): number {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
