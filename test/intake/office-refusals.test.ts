import fc from 'fast-check';
import { docxOf, paragraph, wordParts } from '../support/office/docx-writer';
import { workbookParts, xlsxOf } from '../support/office/xlsx-writer';
import { zipOf, type ZipPart } from '../support/office/zip-writer';
import { officeFile, refusalOf } from './office-reading';

const word = wordParts({ body: paragraph('2024年政务公开工作要点') });
const book = workbookParts({
  sheets: [
    {
      name: '表',
      rows: [
        ['序号', '任务'],
        [1, '公开'],
      ],
    },
  ],
});

function withPart(parts: readonly ZipPart[], name: string, change: (part: ZipPart) => ZipPart): Buffer {
  return zipOf(parts.map((part) => (part.name === name ? change(part) : part)));
}

const document = (content: string): Buffer => withPart(word, 'word/document.xml', (part) => ({ ...part, content }));
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

describe('what an office file is, is told by what is inside', () => {
  it.each([
    ['a presentation', [{ name: 'ppt/presentation.xml', content: '<a/>' }]],
    ['an OpenDocument text', [{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]],
    ['an OFD file', [{ name: 'OFD.xml', content: '<a/>' }]],
    ['a ZIP archive', [{ name: '要点.txt', content: '一' }]],
    ['a binary workbook', [{ name: 'xl/workbook.bin', content: '' }]],
  ])('%s is refused with its name', async (_, parts) => {
    expect(await refusalOf(zipOf(parts))).toBe('UNSUPPORTED_FORMAT');
  });

  it('the type that a file declares counts for more than the names of its parts', async () => {
    const macros = withPart(word, '[Content_Types].xml', (part) => ({
      ...part,
      content: String(part.content).replace(
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
        'application/vnd.ms-word.document.macroEnabled.main+xml',
      ),
    }));
    expect(await refusalOf(macros)).toMatchObject({ blocks: [{ text: '2024年政务公开工作要点' }] });
    const presentation = withPart(word, '[Content_Types].xml', (part) => ({
      ...part,
      content: String(part.content).replace('wordprocessingml.document', 'presentationml.presentation'),
    }));
    expect(await refusalOf(presentation)).toBe('UNSUPPORTED_FORMAT');
    expect(await refusalOf(zipOf(word.filter(({ name }) => name !== '[Content_Types].xml' && name !== '_rels/.rels')))).toMatchObject({
      blocks: [{ text: '2024年政务公开工作要点' }],
    });
  });

  it.each([
    ['EncryptedPackage', 'ENCRYPTED'],
    ['WordDocument', 'UNSUPPORTED_FORMAT'],
    ['Workbook', 'UNSUPPORTED_FORMAT'],
    ['', 'UNSUPPORTED_FORMAT'],
  ])('a compound file with the stream "%s": %s', async (stream, code) => {
    const signature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refusalOf(Buffer.concat([signature, Buffer.alloc(600), Buffer.from(stream, 'utf16le'), Buffer.alloc(600)]))).toBe(code);
  });
});

describe('refused', () => {
  it('encrypted entries, and encrypted OpenDocument files', async () => {
    expect(await refusalOf(withPart(word, 'word/document.xml', (part) => ({ ...part, saysEncrypted: true })))).toBe('ENCRYPTED');
    const manifest = { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' };
    expect(await refusalOf(zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }, manifest]))).toBe('ENCRYPTED');
  });

  it('documents that show nothing', async () => {
    expect(await refusalOf(docxOf({ body: paragraph(' ') }))).toBe('EMPTY_DOCUMENT');
    expect(await refusalOf(xlsxOf({ sheets: [{ name: '表', rows: [[null, ' ']] }] }))).toBe('EMPTY_DOCUMENT');
    expect(await refusalOf(xlsxOf({ sheets: [{ name: '表', rows: [['甲']], state: 'hidden' }] }))).toBe('EMPTY_DOCUMENT');
  });

  it('files without a part that they need, or with one that is no XML', async () => {
    for (const name of ['word/document.xml']) expect(await refusalOf(zipOf(word.filter((part) => part.name !== name)))).toBe('DAMAGED');
    for (const name of ['xl/workbook.xml', 'xl/worksheets/sheet1.xml']) {
      expect(await refusalOf(zipOf(book.filter((part) => part.name !== name)))).toBe('DAMAGED');
      expect(await refusalOf(withPart(book, name, (part) => ({ ...part, content: '<a><b></a>' })))).toBe('DAMAGED');
      expect(await refusalOf(withPart(book, name, (part) => ({ ...part, content: Buffer.alloc(500, 7) })))).toBe('DAMAGED');
    }
  });

  it('a part whose checksum or length is not what the directory says', async () => {
    expect(await refusalOf(withPart(word, 'word/document.xml', (part) => ({ ...part, saysChecksum: 1 })))).toBe('DAMAGED');
    expect(await refusalOf(withPart(word, 'word/document.xml', (part) => ({ ...part, saysSize: 10 })))).toBe('DAMAGED');
  });

  it('names that lead out of the archive', async () => {
    for (const name of ['../../etc/passwd', '/etc/passwd', 'C:/windows/a.xml', 'word/../../a']) {
      expect(await refusalOf(zipOf([...word, { name, content: 'a' }]))).toBe('DAMAGED');
    }
  });
});

describe('bombs', () => {
  it('of declarations that multiply, or that name a file, are refused with the declaration', async () => {
    const laughs = Array.from({ length: 10 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('');
    const laughing = `<!DOCTYPE d [<!ENTITY l0 "哈">${laughs}]><w:document xmlns:w="${W}"><w:body><w:p><w:r><w:t>&l10;</w:t></w:r></w:p></w:body></w:document>`;
    expect(await refusalOf(document(laughing))).toBe('DAMAGED');
    const reading = `<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/hostname">]><w:document xmlns:w="${W}"><w:body><w:p><w:r><w:t>&f;</w:t></w:r></w:p></w:body></w:document>`;
    expect(await refusalOf(document(reading))).toBe('DAMAGED');
  });

  it('of parts that unpack to too much, whatever the directory says of them; pictures are not unpacked', async () => {
    const blank = Buffer.alloc(140 * 1024 * 1024, ' ');
    const bomb = (saysSize: number): Buffer => withPart(word, 'word/document.xml', (part) => ({ ...part, content: blank, saysSize }));
    expect(await refusalOf(bomb(blank.length))).toBe('TOO_LARGE');
    expect(await refusalOf(bomb(1000))).toBe('DAMAGED');
    const picture = { name: 'word/media/image1.bmp', content: blank };
    expect(await refusalOf(zipOf([...word, picture]))).toMatchObject({ blocks: [{ kind: 'paragraph' }] });
    const pictures = Array.from({ length: 17 }, (_, index) => ({ name: `${index}.bmp`, content: '', saysSize: blank.length }));
    expect(await refusalOf(zipOf([...word, ...pictures]))).toBe('TOO_LARGE');
  });

  it('of very many entries', async () => {
    const entries = Array.from({ length: 10_001 }, (_, index) => ({ name: `a${index}`, content: '' }));
    expect(await refusalOf(zipOf([...word, ...entries]))).toBe('TOO_LARGE');
  });

  it('of elements in one another, of very many elements, of merged cells upon one another', async () => {
    const nested = `<w:document xmlns:w="${W}"><w:body>${'<w:sdt><w:sdtContent>'.repeat(5000)}${'</w:sdtContent></w:sdt>'.repeat(5000)}</w:body></w:document>`;
    expect(await refusalOf(document(nested))).toBe('DAMAGED');
    const rows = `<w:document xmlns:w="${W}"><w:body><w:tbl>${'<w:tr/>'.repeat(1_100_000)}</w:tbl></w:body></w:document>`;
    expect(await refusalOf(document(rows))).toBe('TOO_LARGE');
    const areas = Array.from({ length: 3000 }, () => 'A1:XFD1048576');
    const texts = Array.from({ length: 2000 }, () => ['甲', '乙']);
    expect(await refusalOf(xlsxOf({ sheets: [{ name: '表', rows: texts, merged: areas }] }))).toBe('TOO_LARGE');
  });
});

describe('size', () => {
  it('a sheet of very many rows is read', async () => {
    const rows = Array.from({ length: 70_000 }, (_, index) => [index, '公开']);
    expect(await refusalOf(xlsxOf({ sheets: [{ name: '表', rows }] }))).toMatchObject({ blocks: [{ kind: 'table' }] });
  });

  it('one long text that stands in very many cells is refused', async () => {
    const cell = { attributes: 't="s"', content: '<v>0</v>' };
    const rows = Array.from({ length: 1000 }, () => [cell, cell]);
    expect(await refusalOf(xlsxOf({ sheets: [{ name: '表', rows }], sharedStrings: `<si><t>${'长'.repeat(30_000)}</t></si>` }))).toBe(
      'TOO_LARGE',
    );
  });

  it('very many paragraphs are refused', async () => {
    expect(await refusalOf(docxOf({ body: paragraph('公开').repeat(100_100) }))).toBe('TOO_LARGE');
  });
});

describe('a file that was cut, or in which bytes were changed', () => {
  const files: [string, Buffer][] = [
    ['docx', officeFile('meishan-2023', 'docx')],
    ['xlsx', officeFile('meishan-2023', 'xlsx')],
  ];

  /** Read or refused, and nothing else. */
  async function expectAnswer(bytes: Buffer): Promise<void> {
    const answer = await refusalOf(bytes);
    expect(typeof answer === 'string' || answer.blocks.length > 0).toBe(true);
  }

  it.each(files)('%s', async (_, file) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length), async (length) => expectAnswer(file.subarray(0, length))),
      { numRuns: 60, seed: 1 },
    );
    const changes = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, async (made) => {
        const changed = Buffer.from(file);
        for (const [at, value] of made) changed[at] = value;
        await expectAnswer(changed);
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it.each([
    ['docx', word, 'word/document.xml'],
    ['xlsx', book, 'xl/worksheets/sheet1.xml'],
    ['xlsx', book, 'xl/workbook.xml'],
    ['xlsx', book, 'xl/styles.xml'],
  ] as [string, ZipPart[], string][])('%s: the XML of a part, zipped anew', async (_, parts, name) => {
    const text = String(parts.find((part) => part.name === name)?.content);
    const places = fc.array(
      fc.tuple(fc.nat(text.length), fc.nat(8), fc.constantFrom('', '<', '"', '9999999999', '-1', '&', 'A1:', ';', '[')),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(places, async (made) => {
        let changed = text;
        for (const [at, cut, put] of made) changed = changed.slice(0, at) + put + changed.slice(at + cut);
        const answer = await refusalOf(withPart(parts, name, (part) => ({ ...part, content: changed })));
        expect(typeof answer === 'string' || answer.blocks.length > 0).toBe(true);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});
