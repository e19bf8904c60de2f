/** What a page prints; points from its lower left corner, as PDF counts them. */
export class PdfPageWriter {
  private readonly operations: string[] = [];

  constructor(
    readonly width = 595,
    readonly height = 842,
    readonly rotate = 0,
  ) {}

  /** A matrix such as "0 1 -1 0 595 0 cm" for all that follows. */
  raw(operation: string): this {
    this.operations.push(operation);
    return this;
  }

  text(x: number, y: number, text: string, size = 10): this {
    const hex = [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    return this.raw(`BT /F1 ${size} Tf ${x} ${y} Td <${hex}> Tj ET`);
  }

  /** Lines of a cell, from its upper edge downwards. */
  lines(x: number, y: number, texts: readonly string[], size = 10, step = size * 1.3): this {
    texts.forEach((text, index) => this.text(x, y - step * index, text, size));
    return this;
  }

  line(x1: number, y1: number, x2: number, y2: number): this {
    return this.raw(`${x1} ${y1} m ${x2} ${y2} l S`);
  }

  bar(x: number, y: number, width: number, height: number): this {
    return this.raw(`${x} ${y} ${width} ${height} re f`);
  }

  /** Level lines at ys from the first to the last of xs, and upright ones at xs. */
  grid(xs: readonly number[], ys: readonly number[]): this {
    for (const y of ys) this.line(Math.min(...xs), y, Math.max(...xs), y);
    for (const x of xs) this.line(x, Math.min(...ys), x, Math.max(...ys));
    return this;
  }

  get content(): string {
    return this.operations.join('\n');
  }
}

/** Half of a character's width for Latin, the whole for Chinese. */
const FONT = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
];

/** A PDF of pages in a font that is not part of it, as old office programs print them. `trailer` adds to the trailer. */
export function pdfOf(pages: readonly PdfPageWriter[], trailer = ''): Buffer {
  const firstPage = 6;
  const kids = pages.map((_, index) => `${firstPage + index * 2} 0 R`).join(' ');
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`, ...FONT];
  pages.forEach((page, index) => {
    const contents = firstPage + index * 2 + 1;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Rotate ${page.rotate} /Resources << /Font << /F1 3 0 R >> >> /Contents ${contents} 0 R >>`,
      `<< /Length ${page.content.length} >>\nstream\n${page.content}\nendstream`,
    );
  });
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}
