import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { printedPlan } from './printed-plan';
import { sitePage, wordPage } from './page-templates';

// Makes test/fixtures/html: the five plans as pages of sites and as a word processor saves them.
//   node -r ./scripts/register.cjs scripts/make-page-fixtures.ts
const folder = join(__dirname, '../test/fixtures/html');

const BOXES: [string, string][] = [
  ['dazhou-2023', 'id="UCAP-CONTENT" class="pages_content"'],
  ['tongchuan-2023', 'class="TRS_Editor"'],
  ['wanyuan-2021', 'id="zoom"'],
  ['meishan-2023', 'class="article-con"'],
  ['guangyuan-2022', 'class="b12c"'],
];

mkdirSync(folder, { recursive: true });
for (const [name, box] of BOXES) {
  const plan = printedPlan(name);
  writeFileSync(join(folder, `${name}.site.html`), sitePage(plan, box));
  writeFileSync(join(folder, `${name}.word.html`), iconv.encode(wordPage(plan), 'gb18030'));
}
