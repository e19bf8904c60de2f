'use strict';
// Watches over the extraction: this thread stays awake while the other one works, and ends the process where memory runs out.
const { Worker } = require('node:worker_threads');

const WATCH_EVERY_MS = 25;

/** The process ends once its answer is on its way, so that nothing of a file outlives the reading of it. */
function answer(message) {
  if (process.connected) process.send(message, () => process.exit(0));
}

process.once('disconnect', () => process.exit(0));

process.once('message', ({ bytes, limits }) => {
  const worker = new Worker(require.resolve('./extraction-worker.cjs'), {
    workerData: { bytes, limits },
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    stdout: true,
    stderr: true,
  });
  worker.on('message', answer);
  worker.on('error', (error) => answer({ failure: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'TOO_LARGE' : 'DAMAGED' }));
  worker.on('exit', () => answer({ failure: 'DAMAGED' }));
  setInterval(() => {
    if (process.memoryUsage.rss() > limits.memoryMb * 1024 * 1024) answer({ failure: 'TOO_LARGE' });
  }, WATCH_EVERY_MS);
});
