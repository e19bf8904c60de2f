import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { UnreadableDocumentError } from '../unreadable-document.error';
import { damaged, encrypted, unpacksTooLarge } from './office-refusals';

const MOST_ENTRIES = 10_000;
const LARGEST_ENTRY_BYTES = 128 * 1024 * 1024;
/** Of all that is unpacked of one file. */
const LARGEST_TOTAL_BYTES = 160 * 1024 * 1024;
/** What the directory says of all entries, pictures included, which are never unpacked. */
const LARGEST_DECLARED_BYTES = 2 * 1024 * 1024 * 1024;
/** Blank formatted rows of a sheet shrink to a fiftieth; only what is made to explode shrinks more than this. */
const HIGHEST_RATIO = 400;
const RATIO_JUDGED_FROM_BYTES = 4 * 1024 * 1024;

function isBomb({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > RATIO_JUDGED_FROM_BYTES && uncompressedSize > compressedSize * HIGHEST_RATIO;
}

/** Whatever goes wrong inside the library is the file's fault: it was given nothing but the file's bytes. */
async function orDamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof UnreadableDocumentError ? error : damaged();
  }
}

async function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw unpacksTooLarge();
  const entries = new Map<string, Entry>();
  let declaredBytes = 0;
  let read = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw encrypted();
    declaredBytes += entry.uncompressedSize;
    read += 1;
    if (declaredBytes > LARGEST_DECLARED_BYTES || read > MOST_ENTRIES) throw unpacksTooLarge();
    const name = entry.fileName.toLowerCase();
    if (!entry.fileName.endsWith('/') && !entries.has(name)) entries.set(name, entry);
  }
  return entries;
}

/** A ZIP file in memory, unpacked part by part and never beyond the limits. Names are compared without regard to case. */
export class ZipArchive {
  private unpackedBytes = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Throws UnreadableDocumentError, for names that lead out of the archive too. */
  static async open(bytes: Buffer): Promise<ZipArchive> {
    return orDamaged(async () => {
      const zip = await fromBufferPromise(bytes);
      return new ZipArchive(zip, await readEntries(zip));
    });
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Hands over the bytes of an entry piece by piece. What the directory says of their number is not trusted. */
  async read(name: string, take: (piece: Buffer) => void): Promise<void> {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) throw damaged();
    if (isBomb(entry)) throw unpacksTooLarge();
    await orDamaged(async () => {
      const stream = await this.zip.openReadStreamPromise(entry);
      let bytes = 0;
      let checksum = 0;
      for await (const piece of stream as AsyncIterable<Buffer>) {
        bytes += piece.length;
        this.unpackedBytes += piece.length;
        if (bytes > LARGEST_ENTRY_BYTES || this.unpackedBytes > LARGEST_TOTAL_BYTES) throw unpacksTooLarge();
        checksum = crc32(piece, checksum);
        take(piece);
      }
      if (checksum !== entry.crc32) throw damaged();
    });
  }

  /** A small entry as a text; null where there is none or it is longer than such entries are. */
  async readShort(name: string, mostBytes: number): Promise<string | null> {
    if (!this.has(name) || (this.entries.get(name.toLowerCase())?.uncompressedSize ?? 0) > mostBytes) return null;
    const pieces: Buffer[] = [];
    await this.read(name, (piece) => pieces.push(piece));
    return Buffer.concat(pieces).toString('utf8');
  }
}
