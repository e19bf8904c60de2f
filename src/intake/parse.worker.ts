import { parentPort, workerData } from 'node:worker_threads';
import { parseDocument } from './parse-file';
import { UnreadableDocumentError } from './readers/unreadable-document.error';

/** Reads one document in a thread of its own; see work-apart.ts. */
const { bytes, file } = workerData as { bytes: Uint8Array; file: string };

parseDocument(Buffer.from(bytes), file).then(
  (result) => parentPort!.postMessage({ result }),
  (error: unknown) => {
    if (!(error instanceof UnreadableDocumentError)) throw error;
    parentPort!.postMessage({ refusal: error.message });
  },
);
