import { isDataTable } from './data-table';
import { attribute, descendants, elementChildren, lineage, tagOf, type PageElement } from './page-node';
import { linesOf } from './page-text';
import { isSiteLine } from './site-line';
import type { TextWeight } from './text-weight';
import type { Visibility } from './visibility';

type Weights = ReadonlyMap<PageElement, TextWeight>;

/** What public sites call the element of the article. A hint: it never decides alone. */
const ARTICLE_NAME =
  /(?:^|[\s_-])(?:ucap-?content|trs_(?:editor|ueditor|web_editor)|trs-?editor|zoom|zoomcon|article|articlecontent|article-?(?:con|content|body|text|main|detail)|content|contents?-?(?:body|text|detail|main)|news-?(?:content|con|text|body)|xxgk-?content|con-?(?:text|body|detail)|con_?font|pages_content|wzy|wz-?content|view|vsb_content|v_news_content|detail-?(?:content|con|body)|main-?(?:content|text)|txt|text-?con)(?:$|[\s_\d-])/i;
const FURNITURE_NAME =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|footer?|bottom|breadcrumbs?|crumbs?|dqwz|weizhi|share|fenxiang|bdshare\w*|bshare\w*|social|related|relation|xgxx|xgwd|sidebar|side|toolbar|tools?|print|copyright|login|search\w*|pager|pagination|qrcode|ewm|recommend|hot|links?|yqlj|topbar|top|banner|header|head)(?:$|[\s_\d-])/i;
const FURNITURE_TAG = new Set(['nav', 'footer', 'aside', 'menu']);
const NEARLY_ALL = 0.9;
const MOST = 0.6;

const ownText = (weight: TextWeight | undefined): number => (weight === undefined ? 0 : weight.characters - weight.linked);

function nameOf(element: PageElement): string {
  return `${attribute(element, 'id')} ${attribute(element, 'class')}`;
}

function hasArticleName(element: PageElement): boolean {
  return tagOf(element) === 'article' || tagOf(element) === 'main' || ARTICLE_NAME.test(nameOf(element));
}

/** Navigation, footers and lists of other pages, by their text or, where it is little, by their name. */
export function isFurniture(element: PageElement, weights: Weights, whole: number): boolean {
  const weight = weights.get(element);
  if (weight === undefined || weight.characters === 0) return false;
  const own = ownText(weight);
  if (own * 10 > whole * 3) return false;
  if (weight.links >= 4 && weight.linked * 10 > weight.characters * 6) return true;
  const named = FURNITURE_TAG.has(tagOf(element)) || FURNITURE_NAME.test(nameOf(element));
  if (!named || hasArticleName(element)) return false;
  const inner = descendants(element);
  if (inner.some((found) => tagOf(found) === 'table' && isDataTable(found, weights)) || inner.some(hasArticleName)) return false;
  return !inner.some((found) => tagOf(found) === 'h1');
}

/** Whether there is more in an element than a table: a box around a table is not the article. */
function holdsProse(element: PageElement, weights: Weights): boolean {
  const table = descendants(element).find((found) => tagOf(found) === 'table' && isDataTable(found, weights));
  return table === undefined || (weights.get(table)?.characters ?? 0) < (weights.get(element)?.characters ?? 0);
}

/** Cells and rows of data, paragraphs and the like are parts of an article and never the whole. */
function canHold(element: PageElement, weights: Weights): boolean {
  const tag = tagOf(element);
  if (['p', 'span', 'font', 'a', 'ul', 'ol', 'dl', 'pre', 'blockquote', 'h1', 'h2', 'h3'].includes(tag)) return false;
  return !(tag === 'table' && isDataTable(element, weights));
}

const LONGEST_LINE = 200;

/** Whether an element shows nothing but lines of the site. */
function holdsSiteLines(element: PageElement, weights: Weights, isVisible: Visibility): boolean {
  if ((weights.get(element)?.characters ?? 0) > LONGEST_LINE) return false;
  return linesOf(element, isVisible).split('\n').every(isSiteLine);
}

/** The innermost element that holds all text that is the article's, as far as one can tell. */
function innermost(body: PageElement, weights: Weights, isVisible: Visibility): PageElement {
  const whole = ownText(weights.get(body));
  let found = body;
  for (;;) {
    const shown = elementChildren(found).filter((child) => isVisible(child) && (weights.get(child)?.characters ?? 0) > 0);
    const parts = shown.filter((child) => !isFurniture(child, weights, whole) && !holdsSiteLines(child, weights, isVisible));
    const between = (weights.get(found)?.characters ?? 0) - shown.reduce((sum, child) => sum + (weights.get(child)?.characters ?? 0), 0);
    const next = parts.reduce<PageElement | undefined>(
      (most, part) => (ownText(weights.get(part)) > ownText(most === undefined ? undefined : weights.get(most)) ? part : most),
      undefined,
    );
    if (next === undefined || between > 0 || !canHold(next, weights)) return found;
    const isNearlyAll = ownText(weights.get(next)) >= ownText(weights.get(found)) * NEARLY_ALL;
    if (parts.length > 1 && !(isNearlyAll && hasArticleName(next) && holdsProse(next, weights))) return found;
    found = next;
  }
}

/** The element of a site's usual name, where it holds most of the text and leaves no table of data outside. */
function namedArticle(within: PageElement, weights: Weights): PageElement | null {
  const whole = ownText(weights.get(within));
  const inside = descendants(within);
  const tables = inside.filter(
    (element) => tagOf(element) === 'table' && isDataTable(element, weights) && ownText(weights.get(element)) > 100,
  );
  const named = inside.filter(
    (element) => hasArticleName(element) && canHold(element, weights) && ownText(weights.get(element)) > whole * MOST,
  );
  const holdsTables = (element: PageElement): boolean => tables.every((table) => lineage(table).includes(element));
  return named.filter(holdsTables).pop() ?? null;
}

/** The element in which the article stands. */
export function findArticle(body: PageElement, weights: Weights, isVisible: Visibility): PageElement {
  const found = innermost(body, weights, isVisible);
  return namedArticle(found, weights) ?? found;
}
