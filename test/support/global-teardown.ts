import { rmSync } from 'node:fs';
import type { RunningTestServer } from './global-setup';

export default async function globalTeardown(): Promise<void> {
  const { runningTestServer } = globalThis as { runningTestServer?: RunningTestServer };
  if (!runningTestServer) return;
  await runningTestServer.embedded.release();
  rmSync(runningTestServer.dataDir, { recursive: true, force: true });
}
