import type { VNode } from 'preact';
import { useView } from '../view';

const chinese = /(\p{Script=Han}[\p{Script=Han}\d，、。：；（）〔〕“”《》]*)/u;

/** A sentence of the portal with words of the data in it: in an English page those are marked as Chinese. */
export function Mixed({ text }: { text: string }): VNode {
  const { lang } = useView();
  if (lang === 'zh') return <>{text}</>;
  return (
    <>
      {text.split(chinese).map((part, index) =>
        index % 2 === 1 ? (
          <span key={index} lang="zh-Hans">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
