import type { SeedTopic } from './read-topics';

/** A topic proposed for a task, and the words that speak for it, so that a person can judge. */
export interface TopicProposal {
  code: string;
  reason: string;
}

const MOST = 3;
/** A topic that weighs less than this part of the best one is only touched on, not what the task is about. */
const LEAST_SHARE = 0.45;
/**
 * The task's own category says in few words what the whole task is about; those above it say so of many tasks. What a
 * sentence opens with outweighs what it mentions on the way. A word's length does not count: 三审 is as telling as 政府门户网站.
 */
const WEIGHTS = { ownCategory: 3, opening: 3, text: 2, upperCategory: 1 } as const;
const PLACE = { ownCategory: '类目', opening: '正文', text: '正文', upperCategory: '上级类目' } as const;
const OPENING_CHARACTERS = 24;
/** Further words confirm a topic; three confirm it as well as ten. */
const PER_FURTHER_WORD = 0.5;
const MOST_FURTHER_WORDS = 3;

type Place = keyof typeof WEIGHTS;

interface Candidate {
  topic: SeedTopic;
  weight: number;
  reason: string;
}

/** The rule words found, without those inside a longer one that was found too. */
function wordsIn(text: string, ruleWords: readonly string[]): string[] {
  const found = ruleWords.filter((word) => text.includes(word));
  return found.filter((word) => !found.some((longer) => longer !== word && longer.includes(word)));
}

function candidate(topic: SeedTopic, places: readonly (readonly [Place, string])[]): Candidate {
  const hits = places
    .flatMap(([place, text]) => wordsIn(text, topic.ruleWords).map((word) => ({ word, place: placeOf(place, text, word) })))
    .toSorted((a, b) => WEIGHTS[b.place] - WEIGHTS[a.place] || b.word.length - a.word.length);
  const [best, ...further] = hits;
  const weight = best ? WEIGHTS[best.place] + Math.min(further.length, MOST_FURTHER_WORDS) * PER_FURTHER_WORD : 0;
  return { topic, weight, reason: [...new Set(hits.map(({ word, place }) => `${PLACE[place]}“${word}”`))].join('、') };
}

function placeOf(place: Place, text: string, word: string): Place {
  if (place !== 'text') return place;
  const opens = text.split(/[。；]/u).some((sentence) => sentence.slice(0, OPENING_CHARACTERS).includes(word));
  return opens ? 'opening' : 'text';
}

/**
 * Topics by rule words, at most three, the weightiest first. A top topic is proposed only where nothing below any top
 * topic fits: the one above is implied by the taxonomy. None where no word fits; a proposal is for a person to confirm.
 */
export function proposeTopics(text: string, categoryPath: readonly string[], topics: readonly SeedTopic[]): TopicProposal[] {
  const plain = (words: string) => words.replace(/\s/gu, '');
  const places: (readonly [Place, string])[] = [
    ['text', plain(text)],
    ...categoryPath.map((title, at) => [at === categoryPath.length - 1 ? 'ownCategory' : 'upperCategory', plain(title)] as const),
  ];
  const candidates = topics.map((topic) => candidate(topic, places)).filter(({ weight }) => weight > 0);
  const specific = candidates.filter(({ topic }) => topic.parent !== null);
  const ranked = (specific.length > 0 ? specific : candidates).toSorted((a, b) => b.weight - a.weight);
  const least = (ranked[0]?.weight ?? 0) * LEAST_SHARE;
  return ranked
    .filter(({ weight }) => weight >= least)
    .slice(0, MOST)
    .map(({ topic, reason }) => ({ code: topic.code, reason }));
}
