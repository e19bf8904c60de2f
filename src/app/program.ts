import { Command } from 'commander';
import { readConfig } from '../platform/config';
import { exitCode } from '../platform/lifecycle';
import type { ExportOptions } from './commands/export';
import type { ExportPlanOptions } from './commands/export-plan';
import type { GenerateOptions } from './commands/generate';
import type { ImportOptions } from './commands/import';
import type { ParseOptions } from './commands/parse';
import type { ReleaseOptions } from './commands/release';
import type { TokenOptions } from './commands/token';
import type { VerifyOptions } from './commands/verify';
import { reportFailure } from './report-failure';
import { ownVersion } from './own-version';

/** The commands of `gongkai`. Each loads what it needs when it runs, so that `--help` and small commands start at once. */
function program(): Command {
  const gongkai = new Command('gongkai')
    .description('公开：政务公开工作要点、分工表与台账的数据服务 (open government work plans as a service)')
    // So that an option after a command of a command is that one's.
    .enablePositionalOptions()
    .version(ownVersion(), '-V, --version', '版本号 (this version)');
  gongkai
    .command('serve')
    .description('迁移、载入基础数据并提供服务 (migrate, load the reference data, serve)')
    .action(async () => (await import('./serve')).serve(readConfig()));
  addDemoCommand(gongkai);
  gongkai
    .command('migrate')
    .description('将数据库升级到当前版本 (bring the database up to this version)')
    .action(async () => (await import('./commands/migrate')).migrate(readConfig()));
  gongkai
    .command('parse')
    .description('读取一份文件并输出 JSON，不使用数据库 (read a document and print it as JSON, without a database)')
    .argument('<file>', '文件 (the document)')
    .option(
      '--region <code>',
      '发文地区代码：按基础数据辨认单位 (code of the issuing region: its names are looked up in the reference data)',
    )
    .action(async (file: string, options: ParseOptions) => (await import('./commands/parse')).parse(file, options));
  gongkai
    .command('import')
    .description('读取一份文件并写入为一份要点草稿 (read a document and write it as one draft plan)')
    .argument('<file>', '文件 (the document)')
    .requiredOption('--region <code>', '发文地区代码 (code of the issuing region)')
    .option('--publish', '写入后即公开 (publish it at once)')
    .option('--dry-run', '只显示结果，不写入 (show what would be written, write nothing)')
    .action(async (file: string, options: ImportOptions) => (await import('./commands/import')).importFile(readConfig(), file, options));
  gongkai
    .command('export-plan')
    .description('将一份要点按分工表输出，可原样再导入 (print the table of one plan, which imports again unchanged)')
    .argument('<slug>', '要点的网址名 (readable name of the plan)')
    .option('--format <format>', 'csv 或 xlsx (one of these)', 'csv')
    .action(async (slug: string, options: ExportPlanOptions) =>
      (await import('./commands/export-plan')).exportPlan(readConfig(), slug, options),
    );
  addTokenCommands(gongkai);
  gongkai
    .command('export')
    .description('将一个开放数据版本写入文件夹：数据文件、目录、校验值 (write a release: every open-data file with its checksums)')
    .argument('<dir>', '文件夹 (the folder)')
    .option('--release <n>', '版本号；默认为当前数据 (number of an older release; else what is public now)')
    .action(async (dir: string, options: ExportOptions) => (await import('./commands/export')).exportTo(readConfig(), dir, options));
  gongkai
    .command('release')
    .description('发布一个开放数据版本，没有变化则不发布 (take a release of the open data, unless nothing has changed)')
    .option('--after-change', '仅在上一版之后有变更记录时检查 (look only where a change has been recorded since the last one)')
    .action(async (options: ReleaseOptions) => (await import('./commands/release')).release(readConfig(), options));
  gongkai
    .command('verify')
    .description(
      '核对审计链、数据版本链与数据规则，每处问题一行 (check the audit chain, the releases and the standing rules of the data, a line per violation)',
    )
    .option('--audit-head <sha256>', '此前记下的审计链散列，须仍在链中 (a hash of the chain noted earlier, which must still be in it)')
    .action(async (options: VerifyOptions) => (await import('./commands/verify')).verify(readConfig(), options));
  gongkai
    .command('audit')
    .description('审计记录 (the audit log)')
    .command('redact')
    .description('隐去一条审计记录的内容，散列保留 (blank what one event says; its hash stays)')
    .argument('<id>', '审计记录的标识或编号 (id or number of the event)')
    .requiredOption('--reason <text>', '理由，记入审计 (why, for the record)')
    .action(async (id: string, options: { reason: string }) => (await import('./commands/audit')).redact(readConfig(), id, options));
  gongkai
    .command('generate')
    .description('写入一个合成的国家用于测量，均标明为合成数据 (fill the database with a synthetic country for measuring, marked as such)')
    .requiredOption('--plans <n>', '要点份数 (number of plans)')
    .option('--seed <s>', '种子：相同则数据相同 (the same seed gives the same data)', '1')
    .action(async (options: GenerateOptions) => (await import('./commands/generate')).generateData(readConfig(), options));
  return gongkai;
}

function addDemoCommand(gongkai: Command): void {
  gongkai
    .command('demo')
    .description('用另一个数据库提供演示：五份要点附填报、审核与整改，均标明为演示数据 (serve a demonstration, from a database of its own)')
    .option('--no-serve', '只写入数据，不提供服务 (write the data, do not serve)')
    .action(async ({ serve }: { serve: boolean }) => {
      const config = readConfig(undefined, { dataDir: './.data-demo' });
      await (await import('./commands/demo')).prepareDemonstration(config);
      if (serve) await (await import('./serve')).serve(config);
    });
}

function addTokenCommands(gongkai: Command): void {
  const token = gongkai
    .command('token')
    .description('签发内部接口的访问令牌，只输出令牌 (print a bearer token for the internal endpoint, and nothing else)')
    .option('--role <role>', 'ADMINISTRATOR、PLANNER、REPORTER、REVIEWER 或 AUDITOR (one of these)')
    .option('--unit <id>', '填报单位的标识，仅用于 REPORTER (id of the unit a REPORTER writes for)')
    .option('--days <n>', '有效天数 (days until it expires)', '30')
    .option('--subject <name>', '持有人，默认为本机用户 (whom it names; the user of this machine where omitted)')
    .action(async (options: TokenOptions) => (await import('./commands/token')).token(readConfig(), options));
  token
    .command('revoke')
    .description('吊销一个令牌，或某人的全部令牌，立即生效 (take back one token, or all of a subject, at once)')
    .argument('[jti]', '令牌编号 (the id in the token)')
    .option('--subject <name>', '其全部令牌 (all tokens of this subject)')
    .action(async (jti: string | undefined, options: { subject?: string }) =>
      (await import('./commands/token')).revokeToken(readConfig(), jti, options),
    );
  token
    .command('rotate-key')
    .description('更换签名密钥；旧令牌到期前仍有效 (sign with a new key; older tokens hold until they expire)')
    .option('--retire', '同时弃用旧密钥并吊销其令牌 (drop the older keys and revoke what they signed)')
    .action(async (options: { retire?: true }) => (await import('./commands/token')).rotateKey(readConfig(), options));
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
