import { createHash } from 'node:crypto';
import { accessSync, chmodSync, chownSync, constants, mkdirSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ExpectedFailure, exitCode } from '../../lifecycle';
import { canEnter, type Account } from './account';

/** Makes the data directory. Under root others may pass through it (PostgreSQL's account must), whatever the umask, but not list it. */
export function makeDataDir(dataDir: string): void {
  try {
    const isNew = mkdirSync(dataDir, { recursive: true, mode: 0o700 }) !== undefined;
    if (isNew && isRoot()) chmodSync(dataDir, 0o711);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new ExpectedFailure(
      `无法建立或写入数据目录 cannot create or write the data directory ${dataDir}: ${code}`,
      exitCode.configuration,
    );
  }
}

/** What root writes into a user's data directory is that user's, who may start the service next time. */
export function giveToOwner(file: string): void {
  if (!isRoot()) return;
  const { uid, gid } = statSync(dirname(file));
  chownSync(file, uid, gid);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The data directory where PostgreSQL's account can enter it, else a folder of the system that belongs to this data directory alone. */
export function chooseHome(dataDir: string, account: Account | null, say: (line: string) => void): string {
  if (!account || canPassThrough(account, dataDir)) return dataDir;
  const mark = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12);
  for (const folder of ['/var/lib', '/var/tmp']) {
    const home = join(folder, `gongkai-${mark}`);
    if (!makeHome(home) || !canPassThrough(account, home)) continue;
    say(
      `PostgreSQL 的数据放在 ${home}：账户 ${account.name} 无法进入 ${dataDir} (PostgreSQL's data is there: ${account.name} cannot enter the data directory)`,
    );
    return home;
  }
  throw new ExpectedFailure(
    `账户 ${account.name} 无法进入 ${dataDir} (cannot enter it)，请设置 GONGKAI_DATA_DIR (set GONGKAI_DATA_DIR)`,
    exitCode.configuration,
  );
}

/** Entering a folder below proves the way; the folder itself may be closed to listing. */
function canPassThrough(account: Account, directory: string): boolean {
  const probe = join(directory, '.reach');
  mkdirSync(probe, { recursive: true });
  chmodSync(probe, 0o755);
  try {
    return canEnter(account, probe);
  } finally {
    rmdirSync(probe);
  }
}

/** A folder by that name that somebody else made is not trusted. */
function makeHome(home: string): boolean {
  try {
    mkdirSync(home, { recursive: true, mode: 0o711 });
    return statSync(home).uid === process.getuid?.();
  } catch {
    return false;
  }
}
