import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';
import { prefixes } from './dcat';

/** The statements of a JSON-LD document in Turtle. */
export async function turtleOf(document: object): Promise<string> {
  const statements = (await jsonld.toRDF(document, { format: 'application/n-quads' })) as unknown as string;
  const writer = new Writer({ prefixes });
  writer.addQuads(new Parser({ blankNodePrefix: '' }).parse(statements));
  return new Promise((resolve, reject) => writer.end((error: Error | null, text: string) => (error ? reject(error) : resolve(text))));
}
