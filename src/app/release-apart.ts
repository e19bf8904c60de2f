import { spawn } from 'node:child_process';

/**
 * Takes a release in a process of its own, which is this program with another command: neither the time nor the memory that it
 * takes is the service's.
 */
export class ReleaseApart {
  private readonly stop = new AbortController();

  readonly take = async (): Promise<void> => {
    const program = process.argv[1]!;
    const child = spawn(process.execPath, [...process.execArgv, program, 'release', '--after-change'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      signal: this.stop.signal,
      killSignal: 'SIGTERM',
    });
    let said = '';
    child.stderr.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-2_000)));
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`gongkai release: exit ${code}: ${said.trim()}`))));
    });
  };

  /** Ends what is being taken; nothing of it stays. */
  close(): void {
    this.stop.abort();
  }
}
