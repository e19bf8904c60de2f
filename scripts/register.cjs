'use strict';
// Lets node run the TypeScript sources directly: node -r ./scripts/register.cjs src/app/cli.ts
const swc = require('@swc/core');
require.extensions['.ts'] = (module, file) => module._compile(swc.transformFileSync(file, { sourceMaps: 'inline' }).code, file);
