import { basename } from 'node:path';
import { DocumentRefused, exitCodeFor, parseApart, readDocumentFile, offlineResolver, UnreadableDocumentError } from '../../intake';
import { ExpectedFailure, exitCode } from '../../platform/lifecycle';

export interface ParseOptions {
  region?: string;
}

/** Prints a document as read; nothing is stored. With a region, its names are looked up in the reference data. */
export async function parse(file: string, { region }: ParseOptions): Promise<void> {
  const resolve = region === undefined ? null : resolverFor(region);
  try {
    const result = await parseApart(await readDocumentFile(file), basename(file));
    const resolved = resolve ? { resolved: resolve(result) } : {};
    process.stdout.write(`${JSON.stringify({ ...result, ...resolved }, null, 2)}\n`);
    process.exitCode = exitCodeFor(result);
    for (const { severity, message } of result.problems) if (severity === 'ERROR') process.stderr.write(`${message}\n`);
  } catch (error) {
    if (error instanceof UnreadableDocumentError || error instanceof DocumentRefused)
      throw new ExpectedFailure(error.message, exitCode.unreadable);
    throw error;
  }
}

function resolverFor(region: string) {
  const resolver = offlineResolver(region);
  if (!resolver) throw new ExpectedFailure(`没有代码为 ${region} 的区域。 There is no region ${region}.`, exitCode.failed);
  return resolver;
}
