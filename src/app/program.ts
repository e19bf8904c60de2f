import { Command } from 'commander';
import { readConfig } from '../platform/config';
import { exitCode } from '../platform/lifecycle';
import { reportFailure } from './report-failure';

/**
 * The commands of `gongkai`. Each loads what it needs when it runs, so that `--help` and small
 * commands start at once; by require(), since the compiler leaves import() for ES modules alone.
 */
function program(): Command {
  const gongkai = new Command('gongkai').description(
    '公开：政务公开工作要点、分工表与台账的数据服务 (open government work plans as a service)',
  );
  gongkai
    .command('serve')
    .description('迁移、载入基础数据并提供服务 (migrate, load the reference data, serve)')
    .action(() => (require('./serve') as typeof import('./serve')).serve(readConfig()));
  gongkai
    .command('migrate')
    .description('将数据库升级到当前版本 (bring the database up to this version)')
    .action(() => (require('./commands/migrate') as typeof import('./commands/migrate')).migrate(readConfig()));
  gongkai
    .command('parse')
    .description('读取一份文件并输出 JSON，不使用数据库 (read a document and print it as JSON, without a database)')
    .argument('<file>', '文件 (the document)')
    .option('--region <code>', '发文地区代码 (code of the issuing region)')
    .action((file: string) => (require('./commands/parse') as typeof import('./commands/parse')).parse(file));
  return gongkai;
}

/** Runs one command. Nothing that goes wrong shows a stack: what can be expected has its own line, the rest a number in the log. */
export async function runProgram(argv: readonly string[]): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', leaveQuietlyOnClosedPipe);
  try {
    await program().parseAsync([...argv]);
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

/** `gongkai … | head` closes the pipe when it has enough. */
function leaveQuietlyOnClosedPipe(error: NodeJS.ErrnoException): void {
  process.exit(error.code === 'EPIPE' ? 0 : exitCode.failed);
}
