import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5';
import { UnreadableDocumentError } from '../unreadable-document.error';
import type { PageNode, PageRoot } from './page-node';

type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** Browsers close what stands deeper; a plan's page is some twenty levels deep. */
const MOST_LEVELS = 400;
const MOST_NODES = 300_000;
/** Looking for a place among siblings takes as many steps as there are siblings; a page of normal repair needs some thousand. */
const MOST_REPAIR_STEPS = 20_000_000;
const MOST_ATTRIBUTES = 1000;

function tooComplex(): never {
  throw new UnreadableDocumentError(
    'TOO_LARGE',
    '网页过于庞大或嵌套过深，请只保存正文后重试。',
    'The page is too large or nested too deeply; save its article alone and try again.',
  );
}

/** The usual tree, which stops growing where a page costs more than any plan's page does. */
function boundedTree(): TreeAdapter<DefaultTreeAdapterMap> {
  let nodes = 0;
  let levels = 0;
  let repairSteps = 0;
  const count = (): void => {
    nodes += 1;
    if (nodes > MOST_NODES) tooComplex();
  };
  const search = (parent: ParentNode | null): void => {
    repairSteps += (parent?.childNodes.length ?? 0) + 1;
    if (repairSteps > MOST_REPAIR_STEPS) tooComplex();
  };
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      count();
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    insertText(parent, text) {
      count();
      defaultTreeAdapter.insertText(parent, text);
    },
    insertTextBefore(parent, text, before) {
      count();
      search(parent);
      defaultTreeAdapter.insertTextBefore(parent, text, before);
    },
    insertBefore(parent: ParentNode, node: PageNode, before: PageNode) {
      search(parent);
      defaultTreeAdapter.insertBefore(parent, node, before);
    },
    detachNode(node: PageNode) {
      search(node.parentNode);
      defaultTreeAdapter.detachNode(node);
    },
    onItemPush() {
      levels += 1;
      if (levels > MOST_LEVELS) tooComplex();
    },
    onItemPop() {
      levels -= 1;
    },
  };
}

const TAG_START = /<[a-z]/gi;
const ATTRIBUTE = /\s*(?:\/+\s*)*([^\s/>=]+)?(?:\s*=\s*(?:"[^"]*("|$)|'[^']*('|$)|[^\s>"']*))?/y;

/** Where the tag ends that starts here; the parser compares each attribute of a tag with all before it. */
function checkTag(markup: string, start: number): number {
  ATTRIBUTE.lastIndex = start;
  for (let attributes = 0; attributes < MOST_ATTRIBUTES; attributes += 1) {
    const from = ATTRIBUTE.lastIndex;
    ATTRIBUTE.exec(markup);
    const next = ATTRIBUTE.lastIndex;
    if (next >= markup.length || markup[next] === '>') return next;
    if (next === from) ATTRIBUTE.lastIndex = from + 1;
  }
  return tooComplex();
}

/** Scripts and styles hold no tags, whatever they look like. */
function withoutScripts(markup: string): string {
  let kept = '';
  let at = 0;
  const opening = /<(script|style)[\s>]/gi;
  for (let found = opening.exec(markup); found !== null; found = opening.exec(markup)) {
    const closing = new RegExp(`</${found[1]}[\\s/>]`, 'gi');
    closing.lastIndex = found.index;
    const closed = closing.exec(markup);
    if (closed === null) break;
    kept += markup.slice(at, found.index);
    at = closed.index;
    opening.lastIndex = at;
  }
  return kept + markup.slice(at);
}

function checkTags(markup: string): void {
  const text = withoutScripts(markup);
  TAG_START.lastIndex = 0;
  while (TAG_START.exec(text) !== null) TAG_START.lastIndex = Math.max(TAG_START.lastIndex, checkTag(text, TAG_START.lastIndex));
}

const MOST_CHARACTERS = 4_000_000;

/** The markup without the pictures that are written into it. */
function withoutPictures(markup: string): string {
  const [first = '', ...others] = markup.split(';base64,');
  return [first, ...others.map((part) => part.slice(Math.max(0, part.search(/[^A-Za-z0-9+/=\s]/))))].join(';base64,');
}

/** A page as browsers understand it, however broken its markup is. Nothing it refers to is loaded. Throws UnreadableDocumentError. */
export function readPageTree(page: string): PageRoot {
  const markup = withoutPictures(page);
  if (markup.length > MOST_CHARACTERS) tooComplex();
  checkTags(markup);
  return parse(markup, { treeAdapter: boundedTree(), scriptingEnabled: false });
}
