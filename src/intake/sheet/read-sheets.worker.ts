import { parentPort, workerData } from 'node:worker_threads';
import { UnreadableDocumentError } from '../readers/unreadable-document.error';
import { readSheets } from './read-sheets';

/** Reads the cells of one file in a thread of its own; see work-apart.ts. */
const { bytes } = workerData as { bytes: Uint8Array };

readSheets(Buffer.from(bytes)).then(
  (result) => parentPort!.postMessage({ result }),
  (error: unknown) => {
    if (!(error instanceof UnreadableDocumentError)) throw error;
    parentPort!.postMessage({ refusal: error.message });
  },
);
