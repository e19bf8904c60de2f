import type { ComponentChildren, VNode } from 'preact';
import { useView } from '../view';

/** Terms with what is known, between hairlines. */
export function Facts({ children }: { children: ComponentChildren }): VNode {
  return <dl class="facts">{children}</dl>;
}

/** One fact. Without children the original does not give it, and the page says so. */
export function Fact({ term, children }: { term: string; children?: ComponentChildren }): VNode {
  const { absent } = useView().m.site;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children ?? <span class="soft">{absent.notPrinted}</span>}</dd>
    </div>
  );
}
