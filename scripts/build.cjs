'use strict';
// Compiles src/, migrations/ and ormconfig.ts to dist/ with SWC. Types are checked by `npm run typecheck`.
const fs = require('node:fs');
const path = require('node:path');
const swc = require('@swc/core');

const root = path.resolve(__dirname, '..');
const out = path.join(root, 'dist');

function sources(dir) {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name);
    return entry.isDirectory() ? sources(file) : [file];
  });
}

fs.rmSync(out, { recursive: true, force: true });
const files = [...['src', 'migrations'].flatMap((dir) => sources(path.join(root, dir))), path.join(root, 'ormconfig.ts')];
for (const file of files) {
  const target = path.join(out, path.relative(root, file));
  fs.mkdirSync(path.dirname(target), { recursive: true });
  if (!/\.tsx?$/.test(file)) {
    fs.copyFileSync(file, target);
    continue;
  }
  const { code, map } = swc.transformFileSync(file, { sourceFileName: path.relative(path.dirname(target), file) });
  const js = target.replace(/\.tsx?$/, '.js');
  fs.writeFileSync(js, `${code}\n//# sourceMappingURL=${path.basename(js)}.map\n`);
  fs.writeFileSync(`${js}.map`, map);
}
