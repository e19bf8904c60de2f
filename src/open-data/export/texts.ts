import { licence, publisherName, titlesOf } from '../catalogue';
import { datasets } from '../fields';
import type { Release } from '../release';

export const licenceText = `${publisherName}

本数据按“${licence.title}”（${licence.spdx}）许可提供，使用时请注明来源和版本号。所载文件原文为政府公文。
The data is offered under ${licence.title} (${licence.spdx}); name the source and the number of the release. The documents that it quotes
are official documents of their governments.

${licence.url}
`;

/** What somebody who finds the folder has to know. */
export function readme({ number, createdAt, sha256, isDemonstration }: Release, publicBaseUrl: string): string {
  const titles = titlesOf(isDemonstration);
  const day = createdAt.toISOString().slice(0, 10);
  const tables = datasets.map(({ name, title }) => `| ${name} | ${title[0]} | ${title[1]} |`).join('\n');
  return `# ${titles.dataset.join(' / ')}

第 ${number} 版，${day}。 Release ${number} of ${day}, <${publicBaseUrl}/data/releases/${number}>.

${titles.description.join('\n\n')}

| 文件 file | 内容 | contents |
|---|---|---|
${tables}

- 每个数据集有 JSON Lines、CSV、XLSX、Parquet 四种格式，行与次序相同。 Every dataset comes as JSON Lines, CSV, XLSX and Parquet, with the same rows in the same order.
- 字段说明见 \`dictionary.csv\`、\`dictionary.json\`；\`datapackage.json\` 是 Frictionless Data Package，\`catalog.jsonld\` 与 \`catalog.ttl\` 是 DCAT 3 目录。
  Fields are explained in \`dictionary.csv\` and \`dictionary.json\`; \`datapackage.json\` is a Frictionless Data Package, \`catalog.jsonld\` and \`catalog.ttl\` a DCAT 3 catalogue.
- CSV 为 UTF-8（RFC 4180），空单元格表示没有值，列表写作 JSON 数组；以 = + - @ 开头的文字前有一个撇号，以免被当作公式。
  CSV is UTF-8 (RFC 4180); an empty cell is no value, a list a JSON array; a text that begins with = + - @ has an apostrophe before it, so that no spreadsheet takes it for a formula.
- XLSX 每张工作表最多 1,048,576 行，其余在下一张；超过 32,767 字的单元格会截断并注明。
  A sheet of XLSX holds 1,048,576 rows, more go on in the next; a cell of more than 32,767 characters is cut, and says so.
- \`changes.jsonl\` 为与上一版的差异，\`tombstones.jsonl\` 为历次移除的行、时间与理由。
  \`changes.jsonl\` has the rows that are other than in the release before, \`tombstones.jsonl\` every row ever taken out, when and why.
- 核对 to check: \`sha256sum -c SHA256SUMS\`。本版散列 hash of this release: \`${sha256}\`
- 许可 licence: \`LICENCE.txt\`
`;
}
