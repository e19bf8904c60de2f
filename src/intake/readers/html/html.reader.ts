import type { DocumentBlock, SourceDocumentModel } from '../../document';
import { UnreadableDocumentError } from '../unreadable-document.error';
import { readArticleHead } from './article-head';
import { decodePage } from './decode-page';
import { findArticle } from './find-article';
import { ArticleReader } from './page-blocks';
import { elementChildren, type PageElement, type PageRoot } from './page-node';
import { readPageTree } from './page-tree';
import { weigh } from './text-weight';
import { visibilityOf } from './visibility';

function bodyOf(page: PageRoot): PageElement | undefined {
  return elementChildren(page)
    .flatMap(elementChildren)
    .find((element) => element.tagName === 'body');
}

function readPage(page: PageRoot, body: PageElement): DocumentBlock[] {
  const isVisible = visibilityOf(page);
  const weights = weigh(body, isVisible);
  const article = findArticle(body, weights, isVisible);
  const blocks = new ArticleReader(article, weights, isVisible).read();
  return blocks.length === 0 ? [] : [...readArticleHead(page, article, blocks, weights, isVisible), ...blocks];
}

/**
 * A web page, or a document saved as one: its article as paragraphs and tables, without the site around it. Nothing that
 * the page refers to is loaded. Throws UnreadableDocumentError.
 */
export async function readHtml(bytes: Buffer): Promise<SourceDocumentModel> {
  const { text, encoding } = decodePage(bytes);
  const page = readPageTree(text);
  const body = bodyOf(page);
  const blocks = body === undefined ? [] : readPage(page, body);
  if (blocks.length === 0) {
    throw new UnreadableDocumentError(
      'EMPTY_DOCUMENT',
      '网页没有正文。正文若由脚本加载或是图片，请将页面内容另存为文本或 Word 后重试。',
      'The page shows no text. Where scripts or images hold it, save the content as text or Word and try again.',
    );
  }
  return { mediaType: 'text/html', encoding, blocks };
}
