import { Fragment, type VNode } from 'preact';

/** What must stay in one piece: dates, document numbers, counts, and terms that a segmenter would part. */
const whole =
  /政务公开|信息公开|工作要点|工作安排|任务分解表|分工表|实施方案|政策解读|依申请公开|标准化规范化|\d+年(?:\d+月(?:\d+日|底)?|底)?|\d+月(?:\d+日|底)|〔\d+〕\d+号|\d+(?:项|个|份|次|种|件|%)/g;

const closing = /^[，。、；：！？）】》〉」』”’〕…·,.;:!?)\]]/;
const opening = /[（【《〈「『“‘〔([]$/;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A heading in Chinese that breaks between words only, never before a closing bracket or after an opening one. */
export function Words({ text }: { text: string }): VNode {
  return (
    <>
      {pieces(text).map((piece, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {piece}
        </Fragment>
      ))}
    </>
  );
}

/** The text in pieces between which a line may break. */
export function pieces(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const match of text.matchAll(whole)) {
    found.push(...words(text.slice(from, match.index)), match[0]);
    from = match.index + match[0].length;
  }
  found.push(...words(text.slice(from)));
  return found.reduce<string[]>((joined, piece) => {
    const last = joined.at(-1);
    if (last !== undefined && (closing.test(piece) || opening.test(last))) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
    return joined;
  }, []);
}

function words(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
