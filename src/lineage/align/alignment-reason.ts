import { diffTexts } from '../difference/text-diff';
import type { AlignablePlan, AlignedPair, Alignment, LoneTask } from './alignable-plan';
import { printedWording } from './plain-wording';
import { wordingShared } from './shared-wording';

const MOST_CHANGES = 2;
const MOST_CHARACTERS = 20;

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const quoted = (text: string): string => `“${text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text}”`;
const numbers = (places: readonly number[], comma: string): string => places.map((place) => place + 1).join(comma);

/** What the two plans are called in a sentence. */
export interface PlanWords {
  upper: [zh: string, en: string];
  lower: [zh: string, en: string];
}

export const upperAndLower: PlanWords = { upper: ['上级', 'upper'], lower: ['下级', 'lower'] };
export const leftAndRight: PlanWords = { upper: ['左侧', 'left'], lower: ['右侧', 'right'] };

/** Why each row of an alignment is what it is, in one Chinese and one English sentence. */
export class AlignmentReasons {
  constructor(
    private readonly upper: AlignablePlan,
    private readonly lower: AlignablePlan,
    private readonly alignment: Pick<Alignment, 'pairs'>,
    private readonly words: PlanWords,
  ) {}

  ofPair({ upper, lower, relation, similarity }: AlignedPair): string {
    if (relation === 'SAME') return '文字完全相同。 / The text is identical.';
    if (relation === 'ADAPTED') return this.rewording(upper, lower, similarity);
    const [one, several] = relation === 'SPLIT' ? (['upper', 'lower'] as const) : (['lower', 'upper'] as const);
    const all = this.partners(one, one === 'upper' ? upper : lower, several);
    const [[zhOne, enOne], [zhAll, enAll]] = [this.words[one], this.words[several]];
    const share = percent(similarity);
    return (
      `${zhOne}一项任务对应${zhAll}第${numbers(all, '、')}项；本项文字有${share}见于对应任务。 / ` +
      `One ${enOne} task answers to the ${enAll} tasks no. ${numbers(all, ', ')}; ${share} of this part's wording stands in it.`
    );
  }

  ofDropped(task: LoneTask): string {
    const near = this.nearest(this.upper.tasks[task.at]!.text, this.lower, task.nearest);
    const [zh, en] = this.words.lower;
    return `${zh}要点中没有找到对应任务${near[0]}。 / No task of the ${en} plan answers to it${near[1]}.`;
  }

  ofNew(task: LoneTask): string {
    const near = this.nearest(this.lower.tasks[task.at]!.text, this.upper, task.nearest);
    const [zh, en] = this.words.upper;
    return `${zh}要点中没有找到对应任务${near[0]}。 / No task of the ${en} plan answers to it${near[1]}.`;
  }

  private partners(side: 'upper' | 'lower', place: number, other: 'upper' | 'lower'): number[] {
    return this.alignment.pairs.filter((pair) => pair[side] === place).map((pair) => pair[other]);
  }

  private rewording(upper: number, lower: number, similarity: number): string {
    const [before, after] = [this.upper.tasks[upper]!.text, this.lower.tasks[lower]!.text];
    const letters = (text: string) => printedWording(text.normalize('NFKC')).replace(/[^\p{L}\p{N}]/gu, '');
    if (letters(before) === letters(after)) return '仅标点或字符宽度不同。 / Only punctuation or the width of characters differs.';
    const changes = diffTexts(before, after).filter(({ kind, text }) => kind !== 'EQUAL' && /[\p{L}\p{N}]/u.test(text));
    const gone = changes.filter(({ kind }) => kind === 'REMOVED').slice(0, MOST_CHANGES);
    const come = changes.filter(({ kind }) => kind === 'ADDED').slice(0, MOST_CHANGES);
    const list = (segments: typeof changes, comma: string) => segments.map(({ text }) => quoted(text)).join(comma);
    const zh = [gone.length > 0 && `不再有${list(gone, '、')}`, come.length > 0 && `新有${list(come, '、')}`].filter(Boolean).join('，');
    const en = [gone.length > 0 && `without ${list(gone, ', ')}`, come.length > 0 && `with ${list(come, ', ')}`].filter(Boolean).join('; ');
    return `同一任务，文字有${percent(similarity)}相同；${zh}。 / The same duty, ${percent(similarity)} of the wording shared; ${en}.`;
  }

  private nearest(text: string, plan: AlignablePlan, nearest: number | null): [zh: string, en: string] {
    if (nearest === null) return ['', ''];
    const share = percent(wordingShared(text, plan.tasks[nearest]!.text));
    return [
      `；最接近的是第${nearest + 1}项，文字仅${share}相同`,
      `; the nearest is no. ${nearest + 1}, with ${share} of the wording shared`,
    ];
  }
}
