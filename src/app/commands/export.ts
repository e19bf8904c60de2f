import { resolve } from 'node:path';
import { exportRelease, publishRelease } from '../../open-data';
import type { Config } from '../../platform/config';
import { openDatabase } from '../../platform/database';
import { keepHeapLean } from '../../platform/lifecycle';
import { databaseSchema } from '../database-schema';
import { seed } from '../seed';
import { refusal } from './operator';

export interface ExportOptions {
  release?: string;
}

/** Writes a release into a folder: the one that is asked for, else the latest, taken now where something has changed. */
export async function exportTo(config: Config, folder: string, { release }: ExportOptions): Promise<void> {
  if (release !== undefined && !/^[1-9][0-9]{0,8}$/.test(release)) throw refusal('--release 应为版本号 (must be the number of a release)');
  keepHeapLean();
  const database = await openDatabase(config, databaseSchema, { say: (line) => process.stderr.write(`${line}\n`), withoutTimeLimit: true });
  try {
    await seed(database);
    const options = { actor: 'gongkai export' };
    if (release === undefined) await database.owner.transaction((manager) => publishRelease(manager, database.publicSnapshot, options));
    const number = release === undefined ? null : Number(release);
    const exported = await exportRelease(database.publicReader, folder, config.publicBaseUrl, number).catch(explain);
    if (!exported) throw refusal(`没有第 ${release} 版 (there is no release ${release})`);
    process.stdout.write(`${resolve(folder)}：第 ${exported.number} 版 release ${exported.number}，${exported.fileCount} 个文件 files\n`);
  } finally {
    await database.close();
  }
}

function explain(error: NodeJS.ErrnoException): never {
  if (error.code && error.path) throw refusal(`无法写入 cannot write ${error.path}: ${error.code}`);
  throw error;
}
