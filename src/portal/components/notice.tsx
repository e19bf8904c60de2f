import type { ComponentChildren, VNode } from 'preact';

/** One state, said once, in a plain sentence. */
export function Notice({ glyph, title, children }: { glyph?: VNode; title: string; children?: ComponentChildren }): VNode {
  return (
    <div class="notice">
      {glyph}
      <p>
        <strong>{title}</strong> {children}
      </p>
    </div>
  );
}
