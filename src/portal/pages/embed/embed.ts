import type { VNode } from 'preact';
import type { ShellParts } from '../../layout/shell.document';
import type { PageRequest } from '../../page';

/** What of a record is shown within a page of another site. */
export interface EmbedContent extends ShellParts {
  title: string;
  /** Path of the record's own page. */
  path: string;
  body: VNode;
}

export interface Embed {
  /** That of the record's page; `/embed` stands before it. */
  path: string;
  /** Throws `PageMissing` where there is nothing to show. */
  load(request: PageRequest): Promise<EmbedContent>;
}
