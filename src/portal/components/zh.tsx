import type { ComponentChildren, VNode } from 'preact';

/** Words of the data, which are Chinese in every language of the page. */
export function Zh({ children, song = false }: { children: ComponentChildren; song?: boolean }): VNode {
  return (
    <span lang="zh-Hans" class={song ? 'song' : undefined}>
      {children}
    </span>
  );
}
