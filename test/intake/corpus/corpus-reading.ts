import { parseDocument, type ParseResult } from '../../../src/intake';
import { parsePlan } from '../../../src/intake/parse/parse-plan';
import type { GoldDocument, Layout } from './annotated-document';
import { sourceOf } from './print-document';
import { officeFile, type OfficeFormat } from './print-office';

const OFFICE: readonly OfficeFormat[] = ['docx', 'xlsx', 'html'];
export type Format = Layout | OfficeFormat;
const isOffice = (format: Format): format is OfficeFormat => OFFICE.some((office) => office === format);

/** What a document of the corpus is printed as: the layouts that it names, and every office format. */
export function formatsOf(document: GoldDocument): Format[] {
  return [...document.layouts, ...OFFICE];
}

/** What is read of a document of the corpus in one format. */
export async function corpusReading(document: GoldDocument, format: Format): Promise<ParseResult> {
  if (isOffice(format)) return parseDocument(officeFile(document, format), `${document.name}.${format}`);
  const model = sourceOf(document, format);
  return { source: { file: document.name, mediaType: model.mediaType, sha256: '', encoding: model.encoding }, ...parsePlan(model) };
}
