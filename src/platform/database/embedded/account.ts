import { spawnSync } from 'node:child_process';
import { statSync, type Stats } from 'node:fs';
import { ExpectedFailure, exitCode } from '../../lifecycle';

/** The account that PostgreSQL runs as when the service runs as root, which PostgreSQL refuses. */
export interface Account {
  name: string;
  ids: { uid: number; gid: number };
}

const candidates = ['postgres', 'nobody'];

/** Null: PostgreSQL runs as we do. Under root, data that belongs to a user stays that user's, so that either may start it. */
export function accountFor(cluster: string, dataDir: string): Account | null {
  const [owner, folderOwner] = [cluster, dataDir].map((path) => statSync(path, { throwIfNoEntry: false }));
  const ownUid = process.getuid?.();
  if (ownUid !== 0) {
    if (owner && ownUid !== undefined && owner.uid !== ownUid) throw belongsToAnother(cluster);
    return null;
  }
  return accountOf(owner) ?? accountOf(folderOwner) ?? unprivilegedAccount();
}

/** Null where it is root's, or nobody's by name: initdb wants a user that the system knows. */
function accountOf(owner: Stats | undefined): Account | null {
  if (!owner || owner.uid === 0) return null;
  const run = spawnSync('id', ['-un', String(owner.uid)], { encoding: 'utf8' });
  return run.status === 0 ? { name: run.stdout.trim(), ids: { uid: owner.uid, gid: owner.gid } } : null;
}

function unprivilegedAccount(): Account {
  for (const name of candidates) {
    const [uid, gid] = [numberFrom('-u', name), numberFrom('-g', name)];
    if (uid && gid !== null) return { name, ids: { uid, gid } };
  }
  throw new ExpectedFailure(
    '以 root 运行时内置 PostgreSQL 需要账户 postgres 或 nobody (as root, the embedded PostgreSQL needs an account postgres or nobody)，或设置 DATABASE_URL (or set it)',
    exitCode.configuration,
  );
}

/** Asked of the system itself: mode bits alone do not tell (access lists, mounts, confinement). */
export function canEnter(account: Account, directory: string): boolean {
  const run = spawnSync('/bin/sh', ['-c', 'cd "$0" && ls . >/dev/null', directory], { ...account.ids, cwd: '/', env: {}, stdio: 'ignore' });
  if (run.error && (run.error as NodeJS.ErrnoException).code === 'EPERM') throw mayNotChangeAccount(account);
  return run.status === 0;
}

function mayNotChangeAccount(account: Account): ExpectedFailure {
  return new ExpectedFailure(
    `此处的 root 无权以 ${account.name} 运行程序 (this root may not run programs as ${account.name})，请换普通用户或设置 DATABASE_URL (use an ordinary user or set DATABASE_URL)`,
    exitCode.configuration,
  );
}

function belongsToAnother(cluster: string): ExpectedFailure {
  return new ExpectedFailure(`数据目录属于其他用户 (the data directory belongs to another user): ${cluster}`, exitCode.configuration);
}

function numberFrom(flag: '-u' | '-g', name: string): number | null {
  const run = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return run.status === 0 ? Number.parseInt(run.stdout, 10) : null;
}
