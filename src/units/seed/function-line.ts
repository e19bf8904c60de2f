import { namePieces, plainName } from './name-stems';
import { unitKindOf } from './unit-kind';

/** Bodies of general competence: 民政 inside 人民政府, 农业 inside a zone's name are no lines of theirs. */
const WITHOUT_LINE = new Set(['GOVERNMENT', 'SUBDISTRICT_OR_TOWNSHIP', 'ZONE_COMMITTEE']);

/**
 * The code of the function line that an organ's name shows; null where it shows none. A combined organ has one main line,
 * that of the stem named first, the longest where several begin there: 教体局 is education, 商务和经济合作局 commerce.
 */
export function functionLineOf(name: string): string | null {
  if (WITHOUT_LINE.has(unitKindOf(name))) return null;
  return namePieces(plainName(name)).find((piece) => piece.line !== null)?.line ?? null;
}
