import type { VNode } from 'preact';
import type { Ask } from './ask';
import type { Chart } from './charts/chart';
import type { CsvTable } from './csv-table';
import type { ShellParts } from './layout/shell.document';
import type { View } from './view';

/** The entries of the page header, one of which is the current one. */
export type Section = 'plans' | 'units' | 'regions' | 'deadlines' | 'statistics' | 'data' | 'search';

export interface PageRequest {
  /** Parts of the path, as the route names them. */
  params: Readonly<Record<string, string>>;
  view: View;
  ask: Ask;
}

/** What stands in the head of a page. */
export interface Head {
  /** Without the name of the site. */
  title: string;
  description: string;
  /** Path and query under which the page is known, without the language. */
  canonical: string;
  /** Facts on an article, as government sites give them. */
  article?: { publishedOn: string | null; source: string | null; keywords: readonly string[] };
  /** schema.org, plain JSON. */
  structured?: object;
  /** For whoever has its address; search engines leave it out. */
  isPrivate?: boolean;
}

export interface PageContent extends ShellParts {
  head: Head;
  body: VNode;
}

/** One page of the portal: where it stands, what it asks, what it shows. */
export interface Page {
  path: string;
  section: Section | null;
  /** Its tables and charts as files. */
  tables?: readonly CsvTable[];
  charts?: readonly Chart[];
  /** Throws `PageMissing` where there is nothing to show. */
  load(request: PageRequest): Promise<PageContent>;
}

/** There is no such page: an unknown name, or a record that is not public. */
export class PageMissing extends Error {}
