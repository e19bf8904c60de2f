'use strict';
// Lets node run the TypeScript sources directly: node -r ./scripts/register.cjs src/app/cli.ts
const swc = require('@swc/core');
for (const extension of ['.ts', '.tsx'])
  require.extensions[extension] = (module, file) => module._compile(swc.transformFileSync(file, { sourceMaps: 'inline' }).code, file);
