import type { VNode } from 'preact';
import { useView, type View } from '../view';

/** Address of a table as a file with the query of this page, in a form that spreadsheet programs open rightly. */
export function csvHref(view: View, path: string): string {
  const { after: _after, before: _before, ...query } = Object.fromEntries(view.query);
  return `${path}?${new URLSearchParams({ ...query, bom: '1' }).toString()}`;
}

export function CsvLink({ path }: { path: string }): VNode {
  const view = useView();
  return <a href={csvHref(view, path)}>{view.m.site.download.csv}</a>;
}
