'use strict';
// Takes text and ruling lines with their coordinates out of a PDF. Nothing is drawn, run or loaded from elsewhere.
const Module = require('node:module');
const { dirname, join, sep } = require('node:path');
const { parentPort, workerData } = require('node:worker_threads');
const { readRules } = require('./ruling-lines.cjs');

/** Coordinates are told to a hundredth of a point. */
const rounded = (value) => Math.round(value * 100) / 100;

/** pdf.js asks for a canvas and a matrix when it is loaded; it needs them to draw, which is not done here. */
function withoutDrawing() {
  const load = Module._load;
  Module._load = (request, ...others) => (request === '@napi-rs/canvas' ? {} : load(request, ...others));
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globalThis[name] ??= class {};
}

async function openDocument(pdfjs, bytes) {
  const folder = dirname(require.resolve('pdfjs-dist/package.json'));
  return pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(folder, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    disableFontFace: true,
    enableXfa: false,
    isEvalSupported: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    maxImageSize: 1,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    verbosity: 0,
  }).promise;
}

/** Runs of text: [text, left, baseline, width, size, quarter turns]; text at other angles is a watermark. */
function readRuns(pdfjs, content, viewport) {
  return content.items.flatMap((item) => {
    if (typeof item.str !== 'string' || item.str.trim() === '') return [];
    const [a, b, c, d, left, baseline] = pdfjs.Util.transform(viewport.transform, item.transform);
    const turns = Math.atan2(b, a) / (Math.PI / 2);
    if (Math.abs(turns - Math.round(turns)) > 0.05) return [];
    return [[item.str, rounded(left), rounded(baseline), rounded(item.width), rounded(Math.hypot(c, d)), (Math.round(turns) + 4) % 4]];
  });
}

async function readPage(pdfjs, page) {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ includeMarkedContent: false });
  const operators = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
  const runs = readRuns(pdfjs, content, viewport);
  const rules = readRules(pdfjs, operators, viewport.transform);
  page.cleanup();
  return { width: rounded(viewport.width), height: rounded(viewport.height), runs, rules: rules.map((rule) => rule.map(rounded)) };
}

async function extract({ bytes, limits }) {
  withoutDrawing();
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  let document;
  try {
    document = await openDocument(pdfjs, bytes);
  } catch (error) {
    return { failure: error?.name === 'PasswordException' ? 'ENCRYPTED' : 'DAMAGED' };
  }
  if (document.numPages > limits.pages) return { failure: 'TOO_MANY_PAGES' };
  const pages = [];
  let parts = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    // A damaged page does not take the others with it.
    const page = await document
      .getPage(number)
      .then((found) => readPage(pdfjs, found))
      .catch(() => null);
    pages.push(page);
    parts += page === null ? 0 : page.runs.length + page.rules.length;
    if (parts > limits.parts) return { failure: 'TOO_LARGE' };
  }
  return { pages };
}

extract(workerData).then(
  (result) => parentPort.postMessage(result),
  () => parentPort.postMessage({ failure: 'DAMAGED' }),
);
