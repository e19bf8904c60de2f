import { SaxesParser } from 'saxes';

/** Texts of all elements of a name, in order. Throws where the text is no well-formed XML. */
export function xmlTexts(xml: string, name: string): string[] {
  const texts: string[] = [];
  const open: string[] = [];
  const add = (text: string) => {
    if (open.at(-1) === name) texts[texts.length - 1] += text;
  };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    open.push(tag.name);
    if (tag.name === name) texts.push('');
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return texts;
}
