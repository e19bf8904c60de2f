import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { packageRoot } from '../../src/platform/package-root';

export interface Finished {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  /** What it has written so far. */
  output: { stdout: string; stderr: string };
  finished: Promise<Finished>;
}

/** Only what a program needs to run: no setting of the machine that runs the tests comes through. */
const bareEnvironment = { PATH: process.env.PATH, HOME: process.env.HOME };

/** Runs node on the TypeScript sources. */
export function startNode(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, ['-r', './scripts/register.cjs', ...args], {
    cwd: packageRoot(),
    env: { ...bareEnvironment, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const finished = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    ...output,
  }));
  return { child, output, finished };
}

export function gongkai(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Finished> {
  return startNode(['src/app/cli.ts', ...args], environment).finished;
}

export async function until(condition: () => boolean | Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  for (const deadline = Date.now() + timeoutMs; !(await condition()); await new Promise((resolve) => setTimeout(resolve, 20))) {
    if (Date.now() > deadline) throw new Error(`Still not so after ${timeoutMs} ms: ${condition.toString()}`);
  }
}
