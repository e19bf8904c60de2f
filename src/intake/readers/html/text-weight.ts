import { isElement, tagOf, textOf, type PageElement } from './page-node';
import type { Visibility } from './visibility';

/** How much text an element shows, and how much of it leads elsewhere. */
export interface TextWeight {
  characters: number;
  linked: number;
  links: number;
}

/** The weights of an element and of all that stands in it. */
export function weigh(root: PageElement, isVisible: Visibility): Map<PageElement, TextWeight> {
  const weights = new Map<PageElement, TextWeight>();
  const visit = (element: PageElement, isLinked: boolean): TextWeight => {
    const weight: TextWeight = { characters: 0, linked: 0, links: 0 };
    for (const node of element.childNodes) {
      const length = textOf(node)?.replace(/[\s\u00a0\u3000]+/g, '').length ?? 0;
      weight.characters += length;
      if (isLinked) weight.linked += length;
      if (!isElement(node) || !isVisible(node)) continue;
      const isLink = tagOf(node) === 'a' && node.attrs.some(({ name }) => name === 'href');
      const inner = visit(node, isLinked || isLink);
      weight.characters += inner.characters;
      weight.linked += inner.linked;
      weight.links += inner.links + (isLink ? 1 : 0);
    }
    weights.set(element, weight);
    return weight;
  };
  visit(root, false);
  return weights;
}
