import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flatDocument, type PrintStyle } from './pdf-templates';
import { printedPlan } from './printed-plan';

// Makes test/fixtures/pdf: the five plans as an office prints them. Needs LibreOffice and the font.
//   node -r ./scripts/register.cjs scripts/make-pdf-fixtures.ts
const folder = join(__dirname, '../test/fixtures/pdf');
/** LibreOffice, as it is called on Debian. */
const OFFICE_PROGRAM = 'soffice';
const FONT = 'WenQuanYi Zen Hei';

const portrait: PrintStyle = {
  width: '21cm',
  height: '29.7cm',
  bodySize: 14,
  tableSize: 9,
  pageNumber: '— # —',
  vertical: 'middle',
  align: 'center',
  breaksRows: false,
  hasLines: true,
};
const landscape: PrintStyle = { ...portrait, width: '29.7cm', height: '21cm', bodySize: 16, tableSize: 11 };

const STYLES: [string, PrintStyle][] = [
  ['dazhou-2023', { ...landscape, pageNumber: '- # -' }],
  ['tongchuan-2023', { ...portrait, pageNumber: '第 # 页 共 @ 页', vertical: 'top', align: 'start', breaksRows: true }],
  ['wanyuan-2021', { ...landscape, breaksRows: true, tableSize: 12 }],
  ['meishan-2023', { ...portrait, pageNumber: '#/@', align: 'start', vertical: 'top' }],
  ['guangyuan-2022', { ...portrait, bodySize: 16 }],
];

/** A table once more, without a single line. */
const LINELESS: [string, PrintStyle][] = ['dazhou-2023'].map((name) => [
  name,
  { ...portrait, tableSize: 10, vertical: 'top', align: 'start', breaksRows: true, hasLines: false },
]);

mkdirSync(folder, { recursive: true });
const work = mkdtempSync(join(tmpdir(), 'gongkai-pdf-'));
for (const [name, style] of STYLES) writeFileSync(join(work, `${name}.fodt`), flatDocument(printedPlan(name), style, FONT));
for (const [name, style] of LINELESS) writeFileSync(join(work, `${name}.lineless.fodt`), flatDocument(printedPlan(name), style, FONT));
const sources = [...STYLES.map(([name]) => name), ...LINELESS.map(([name]) => `${name}.lineless`)].map((name) =>
  join(work, `${name}.fodt`),
);
execFileSync(
  OFFICE_PROGRAM,
  [`-env:UserInstallation=file://${work}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...sources],
  {
    stdio: 'inherit',
  },
);
rmSync(work, { recursive: true });
