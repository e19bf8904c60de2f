// Runs before anything else is read, since an old Node cannot even parse the rest: old syntax only, and no imports.
const needed = '20.19.0';

function isOlder(version: string, than: string): boolean {
  const left = version.split('.').map(Number);
  const right = than.split('.').map(Number);
  for (let index = 0; index < 3; index += 1) {
    const difference = (left[index] || 0) - (right[index] || 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

if (isOlder(process.versions.node, needed)) {
  process.stderr.write(
    '需要 Node.js ' + needed + ' 或更新，现为 ' + process.versions.node + ' (Node.js ' + needed + ' or newer is needed)\n',
  );
  process.exit(78);
}

export {};
