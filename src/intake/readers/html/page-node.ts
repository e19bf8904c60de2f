import type { DefaultTreeAdapterTypes } from 'parse5';

export type PageElement = DefaultTreeAdapterTypes.Element;
export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageRoot = DefaultTreeAdapterTypes.Document;

export function isElement(node: PageNode): node is PageElement {
  return 'tagName' in node;
}

/** The characters of a text; null of anything else. */
export function textOf(node: PageNode): string | null {
  return node.nodeName === '#text' && 'value' in node ? node.value : null;
}

/** The name of an HTML element; "" of parts of drawings and formulas, which are no parts of the page. */
export function tagOf(element: PageElement): string {
  return element.namespaceURI.endsWith('xhtml') ? element.tagName : '';
}

export function attribute(element: PageElement, name: string): string {
  return element.attrs.find((found) => found.name === name)?.value ?? '';
}

export function hasAttribute(element: PageElement, name: string): boolean {
  return element.attrs.some((found) => found.name === name);
}

export function elementChildren(parent: PageElement | PageRoot): PageElement[] {
  return parent.childNodes.filter(isElement);
}

/** All elements below, in the order of the page. */
export function descendants(parent: PageElement | PageRoot): PageElement[] {
  const found: PageElement[] = [];
  const visit = (element: PageElement | PageRoot): void => {
    for (const node of element.childNodes) {
      if (!isElement(node)) continue;
      found.push(node);
      visit(node);
    }
  };
  visit(parent);
  return found;
}

export function parentOf(element: PageElement): PageElement | null {
  const parent = element.parentNode;
  return parent !== null && 'tagName' in parent ? parent : null;
}

/** The element and all that it stands in, from the inside. */
export function lineage(element: PageElement): PageElement[] {
  const found: PageElement[] = [];
  for (let above: PageElement | null = element; above !== null; above = parentOf(above)) found.push(above);
  return found;
}
