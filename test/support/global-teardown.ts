import { stopTestServer, type RunningTestServer } from './global-setup';

export default async function globalTeardown(): Promise<void> {
  const { runningTestServer } = globalThis as { runningTestServer?: RunningTestServer };
  if (runningTestServer) await stopTestServer(runningTestServer);
}
