import type { VNode } from 'preact';
import { useView } from '../view';

/** The one field that searches everything. */
export function SearchForm({ text = '' }: { text?: string }): VNode {
  const view = useView();
  const { site } = view.m;
  return (
    <form class="search" action="/search" role="search">
      <label class="hidden" for="search-text">
        {site.searchLabel}
      </label>
      <input id="search-text" type="search" name="text" value={text} placeholder={site.searchHint} maxLength={200} autocomplete="off" />
      <HiddenLanguage />
      <button class="primary">{site.search}</button>
    </form>
  );
}

/** Keeps the language of the page in a form that is sent by GET. */
export function HiddenLanguage(): VNode | null {
  return useView().lang === 'en' ? <input type="hidden" name="lang" value="en" /> : null;
}
