'use strict';
// The straight level and upright lines that a page draws, whether as strokes or as thin filled bars.

const THICKEST = 4;
const SHORTEST = 4;
const SKEW = 1;

/** Path data of pdf.js: an operation, then its coordinates. */
const COORDINATES = [2, 2, 6, 4, 0];
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;

const apply = ([a, b, c, d, e, f], x, y) => [a * x + c * y + e, b * x + d * y + f];

function subpathsOf(data, matrix) {
  const subpaths = [];
  let points = [];
  for (let at = 0; at < data.length; at += 1 + (COORDINATES[data[at]] ?? 0)) {
    const operation = data[at];
    if (operation === MOVE) {
      points = [];
      subpaths.push(points);
    }
    if (operation === MOVE || operation === LINE) points.push(apply(matrix, data[at + 1], data[at + 2]));
    else if (operation === CLOSE && points.length > 0) points.push(points[0]);
    // What is curved is no ruling line, nor is what it leads to.
    else points.push(null);
  }
  return subpaths;
}

function strokes(points, rules) {
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]];
    if (from === null || to === null) continue;
    const [width, height] = [Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
    if ((width > SKEW && height > SKEW) || Math.max(width, height) < SHORTEST) continue;
    rules.push([Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])]);
  }
}

function bars(points, rules) {
  const corners = points.filter((point) => point !== null);
  if (corners.length < 4 || corners.length !== points.length) return;
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  if (right - left <= THICKEST && bottom - top >= SHORTEST) rules.push([x, top, x, bottom]);
  else if (bottom - top <= THICKEST && right - left >= SHORTEST) rules.push([left, y, right, y]);
}

const isWhite = (color) => typeof color === 'string' && /^#f[a-f]f[a-f]f[a-f]$/i.test(color);

/** All ruling lines of a page as [left, top, right, bottom]. */
function readRules({ OPS, Util }, { fnArray, argsArray }, pageMatrix) {
  const strokeOperations = [OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke];
  const fillOperations = [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke];
  const rules = [];
  const saved = [];
  let state = { matrix: pageMatrix, stroke: '#000000', fill: '#000000' };
  const restore = () => {
    state = saved.pop() ?? state;
  };
  const path = ([operation, data]) => {
    const drawn = data?.[0];
    if (!drawn || drawn.length === undefined) return;
    for (const points of subpathsOf(drawn, state.matrix)) {
      if (strokeOperations.includes(operation) && !isWhite(state.stroke)) strokes(points, rules);
      if (fillOperations.includes(operation) && !isWhite(state.fill)) bars(points, rules);
    }
  };
  const perform = {
    [OPS.save]: () => saved.push({ ...state }),
    [OPS.restore]: restore,
    [OPS.transform]: (args) => (state.matrix = Util.transform(state.matrix, args)),
    [OPS.paintFormXObjectBegin]: ([matrix]) => {
      saved.push({ ...state });
      if (matrix) state.matrix = Util.transform(state.matrix, matrix);
    },
    [OPS.paintFormXObjectEnd]: restore,
    [OPS.setStrokeRGBColor]: ([color]) => (state.stroke = color),
    [OPS.setFillRGBColor]: ([color]) => (state.fill = color),
    [OPS.constructPath]: path,
  };
  fnArray.forEach((operation, index) => perform[operation]?.(argsArray[index] ?? []));
  return rules;
}

module.exports = { readRules };
