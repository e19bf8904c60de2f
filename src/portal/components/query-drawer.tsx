import type { VNode } from 'preact';
import type { Document } from '../document';
import { useView } from '../view';

interface QueryDrawerProps<Variables> {
  document: Document<unknown, Variables>;
  variables: Variables;
  /** Address of the same rows as CSV, where there is one. */
  csv?: string;
  title?: string;
}

/** The question behind a table or chart, to read, to run and to take away. */
export function QueryDrawer<Variables extends object>({ document, variables, csv, title }: QueryDrawerProps<Variables>): VNode {
  const { query, download } = useView().m.site;
  const given = JSON.stringify(stripped(variables), null, 2);
  const endpoint = `/public/graphql?${new URLSearchParams({ query: document.text.replace(/\s+/g, ' ').trim(), variables: JSON.stringify(stripped(variables)) }).toString()}`;
  const console = `/explore?${new URLSearchParams({ query: document.text, variables: given }).toString()}`;
  return (
    <details class="drawer">
      <summary>{title ?? query.open}</summary>
      <pre tabIndex={0}>
        <code>{document.text.trim()}</code>
      </pre>
      {given !== '{}' && (
        <>
          <p class="drawer-label">{query.variables}</p>
          <pre tabIndex={0}>
            <code>{given}</code>
          </pre>
        </>
      )}
      <p class="drawer-links">
        <a href={console}>{query.explore}</a>
        <a href={endpoint}>{query.json}</a>
        <button class="link" type="button" hidden data-needs-script data-action="copy" data-link={endpoint} data-done={query.copied}>
          {query.copy}
        </button>
        {csv && <a href={csv}>{download.csv}</a>}
      </p>
    </details>
  );
}

/** What was not set need not be said. */
function stripped(variables: object): object {
  const set = Object.entries(variables as Record<string, unknown>)
    .filter(([, value]) => value != null)
    .map(([name, value]): [string, unknown] => [name, isPlain(value) ? stripped(value) : value]);
  return Object.fromEntries(set.filter(([, value]) => !isPlain(value) || Object.keys(value).length > 0));
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
