import { posix } from 'node:path';
import { damaged } from './office-refusals';
import { XmlElements, type XmlVisit } from './xml-elements';
import { ZipArchive } from './zip-archive';

/** A link from one part to another. Links out of the file are not kept: nothing is ever fetched. */
export interface Relationship {
  /** The last word of its type: worksheet, styles, numbering. */
  type: string;
  /** Name of the part. */
  target: string;
}

const NO_TEXT: ReadonlySet<string> = new Set();

/** A link is absolute inside the package or relative to the folder of the part that holds it. */
function partNameOf(from: string, target: string): string {
  const plain = target.replace(/\\/g, '/').split('#')[0] ?? '';
  return posix.join('/', plain.startsWith('/') ? '' : posix.dirname(from), plain).slice(1);
}

function relationshipsNameOf(part: string): string {
  return part === '' ? '_rels/.rels' : posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

/** Parts and their links, as Word and Excel files have them. */
export class OfficePackage {
  private constructor(readonly archive: ZipArchive) {}

  static async open(bytes: Buffer): Promise<OfficePackage> {
    return new OfficePackage(await ZipArchive.open(bytes));
  }

  /** Reads the XML of a part. A part that should be there and is not makes the file a damaged one. */
  async visit(part: string, xml: XmlVisit): Promise<void> {
    const elements = new XmlElements(xml);
    await this.archive.read(part, (piece) => elements.write(piece));
    elements.end();
  }

  /** The same for a part that a file may lack. */
  async visitIfThere(part: string | undefined, xml: XmlVisit): Promise<void> {
    if (part !== undefined && this.archive.has(part)) await this.visit(part, xml);
  }

  /** The links of a part by their ids; those of the whole file for "". */
  async relationships(part: string): Promise<Map<string, Relationship>> {
    const found = new Map<string, Relationship>();
    await this.visitIfThere(relationshipsNameOf(part), {
      wanted: new Set(['rel:Relationship']),
      textIn: NO_TEXT,
      visit: ({ attributes: { Id, Type, Target, TargetMode } }) => {
        if (Id === undefined || Type === undefined || Target === undefined || TargetMode === 'External') return;
        found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: partNameOf(part, Target) });
      },
    });
    return found;
  }

  /** The content types that the file declares for its parts, by part name in lower case. */
  async contentTypes(): Promise<Map<string, string>> {
    const types = new Map<string, string>();
    await this.visitIfThere('[Content_Types].xml', {
      wanted: new Set(['ct:Override']),
      textIn: NO_TEXT,
      visit: ({ attributes: { PartName, ContentType } }) => {
        if (PartName !== undefined && ContentType !== undefined) types.set(PartName.replace(/^\//, '').toLowerCase(), ContentType);
      },
    });
    return types;
  }

  /** The part with which the file begins; `usual` where it does not say. */
  async mainPart(usual: string): Promise<string> {
    const main = [...(await this.relationships('')).values()].find(({ type }) => type === 'officeDocument')?.target ?? usual;
    if (this.archive.has(main)) return main;
    if (this.archive.has(usual)) return usual;
    throw damaged();
  }
}
