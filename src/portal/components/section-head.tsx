import type { ComponentChildren, VNode } from 'preact';

/** A rule, a heading, a word on what it covers, and at the right what one can do with it. */
export function SectionHead({
  id,
  title,
  note,
  children,
}: {
  id?: string;
  title: string;
  note?: ComponentChildren;
  children?: ComponentChildren;
}): VNode {
  return (
    <div class="section-head">
      <h2 id={id}>{title}</h2>
      {note && <p class="section-note">{note}</p>}
      {children && <div class="section-links">{children}</div>}
    </div>
  );
}
