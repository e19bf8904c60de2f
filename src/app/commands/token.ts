import { userInfo } from 'node:os';
import type { Config } from '../../platform/config';
import { openDatabase } from '../../platform/database';
import { tryReadGlobalId } from '../../platform/graphql';
import { ExpectedFailure, exitCode } from '../../platform/lifecycle';
import { roles, signToken, tokenSecret } from '../../platform/tokens';
import { Unit } from '../../units';
import { databaseSchema } from '../database-schema';

export interface TokenOptions {
  role: string;
  unit?: string;
  days: string;
}

const longestDays = 366;

/** Prints a bearer token for the internal endpoint, and nothing else. */
export async function token(config: Config, options: TokenOptions): Promise<void> {
  const role = roles.find((one) => one === options.role.toUpperCase());
  if (!role) throw refusal(`没有角色 ${options.role}；可用：${roles.join('、')} (no such role; one of ${roles.join(', ')})`);
  const days = Number(options.days);
  if (!Number.isInteger(days) || days < 1 || days > longestDays)
    throw refusal(`--days 须为1至${longestDays}的整数 (must be a whole number from 1 to ${longestDays})`);
  if ((role === 'REPORTER') !== (options.unit !== undefined))
    throw refusal('REPORTER 须以 --unit 指明单位，其他角色不得 (a REPORTER needs --unit, other roles take none)');
  const database = await openDatabase(config, databaseSchema, { say: (line) => process.stderr.write(`${line}\n`) });
  try {
    const unitKey = options.unit === undefined ? null : await findUnit(options.unit, (id) => database.owner.manager.existsBy(Unit, { id }));
    const signed = await signToken(await database.loadSecret(tokenSecret), { subject: `cli:${userInfo().username}`, role, unitKey }, days);
    process.stdout.write(`${signed}\n`);
  } finally {
    await database.close();
  }
}

async function findUnit(id: string, exists: (key: number) => Promise<boolean>): Promise<number> {
  const read = tryReadGlobalId(id);
  if (read?.typeName !== 'Unit' || !(await exists(read.key))) throw refusal(`没有标识为 ${id} 的单位 (there is no unit with this id)`);
  return read.key;
}

function refusal(message: string): ExpectedFailure {
  return new ExpectedFailure(message, exitCode.failed);
}
