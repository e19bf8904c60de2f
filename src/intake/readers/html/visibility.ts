import { attribute, descendants, hasAttribute, tagOf, textOf, type PageElement, type PageRoot } from './page-node';

const NEVER_SHOWN = new Set([
  ...['', 'head', 'script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'applet', 'audio', 'video', 'canvas', 'map'],
  ...['select', 'input', 'button', 'textarea', 'datalist', 'dialog', 'xml', 'svg', 'math', 'noframes', 'param', 'rp', 'rt'],
]);
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;
const HIDING = /display\s*:\s*none/i;
const PLAIN_SELECTOR = /^[.#][\w-]+$/;

/** The rules of a style sheet that hold everywhere: those for small screens or for print stand inside another rule. */
function outerRules(sheet: string): { selectors: string[]; body: string }[] {
  const rules: { selectors: string[]; body: string }[] = [];
  const text = sheet
    .split('/*')
    .map((part, index) => (index === 0 ? part : part.split('*/').slice(1).join('')))
    .join('');
  let level = 0;
  let selectors = '';
  for (const part of text.split(/(?<=[{}])/)) {
    const piece = part.slice(0, -1);
    if (part.endsWith('{')) {
      level += 1;
      if (level === 1) selectors = piece;
    } else {
      if (level === 1) rules.push({ selectors: selectors.split(',').map((selector) => selector.trim()), body: piece });
      level = Math.max(0, level - 1);
    }
  }
  return rules;
}

/** Classes and ids that the page's own style sheets hide. */
function hiddenNames(page: PageRoot): Set<string> {
  const sheets = descendants(page).filter((element) => element.tagName === 'style');
  const rules = sheets.flatMap((sheet) => outerRules(sheet.childNodes.map((node) => textOf(node) ?? '').join('')));
  return new Set(
    rules.filter(({ body }) => HIDING.test(body)).flatMap(({ selectors }) => selectors.filter((name) => PLAIN_SELECTOR.test(name))),
  );
}

export type Visibility = (element: PageElement) => boolean;

/** Tells of an element whether the page shows it, as far as the page itself says so. */
export function visibilityOf(page: PageRoot): Visibility {
  const hidden = hiddenNames(page);
  return (element) => {
    if (NEVER_SHOWN.has(tagOf(element)) || hasAttribute(element, 'hidden')) return false;
    if (HIDDEN_STYLE.test(attribute(element, 'style'))) return false;
    if (hidden.size === 0) return true;
    const classes = attribute(element, 'class').split(/\s+/);
    return !hidden.has(`#${attribute(element, 'id')}`) && !classes.some((name) => hidden.has(`.${name}`));
  };
}
