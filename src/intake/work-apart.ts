import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../platform/package-root';

const timeLimitMs = 60_000;
const memoryLimitMb = 512;

/** Why a document could not be read, for the person who brought it. */
export class DocumentRefused extends Error {}

/**
 * Runs a worker file of this folder in a thread of its own, bounded in time and memory, so that no document can hold up the
 * service. It posts `{ result }`, or `{ refusal }` with a text for the person who brought the document.
 */
export function workApart<T>(file: string, workerData: object): Promise<T> {
  const extension = __filename.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(join(__dirname, `${file}.worker.${extension}`), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    // Run from the sources, the thread needs the compiler as well.
    execArgv: extension === 'ts' ? ['-r', join(packageRoot(), 'scripts', 'register.cjs')] : [],
  });
  return new Promise<T>((resolve, reject) => {
    const late = setTimeout(() => reject(tooHeavy('60秒', '60 seconds')), timeLimitMs);
    worker.once('message', ({ result, refusal }: { result?: T; refusal?: string }) => {
      clearTimeout(late);
      if (refusal === undefined) resolve(result!);
      else reject(new DocumentRefused(refusal));
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(late);
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHeavy(`${memoryLimitMb} MB 内存`, `${memoryLimitMb} MB of memory`) : error);
    });
  }).finally(() => void worker.terminate());
}

function tooHeavy(chinese: string, english: string): DocumentRefused {
  return new DocumentRefused(
    `读取此文件超过${chinese}，请拆分后再传。 Reading this file takes more than ${english}: split it and try again.`,
  );
}
