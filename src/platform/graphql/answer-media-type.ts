export const applicationJson = 'application/json';

const offered = [applicationJson, 'application/graphql-response+json'] as const;

interface Preference {
  type: (typeof offered)[number];
  quality: number;
  specificity: number;
  position: number;
}

/** Which of GraphQL's two media types a client prefers; null where it takes neither. */
export function answerMediaType(accept: string | undefined): Preference['type'] | null {
  if (!accept) return applicationJson;
  const ranges = accept.split(',').map((range, position) => ({ ...parsed(range), position }));
  const preferences = offered.flatMap((type) => {
    const [best] = ranges
      .map(({ range, quality, position }) => ({ type, quality, position, specificity: specificityOf(range, type) }))
      .filter(({ specificity }) => specificity > 0)
      .sort((a, b) => b.specificity - a.specificity);
    return best && best.quality > 0 ? [best] : [];
  });
  return preferences.sort(byPreference)[0]?.type ?? null;
}

function byPreference(a: Preference, b: Preference): number {
  return b.quality - a.quality || b.specificity - a.specificity || a.position - b.position;
}

function parsed(text: string): { range: string; quality: number } {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = Number(/^q=(.*)$/.exec(parameters.find((each) => each.startsWith('q=')) ?? '')?.[1] ?? 1);
  return { range, quality: Number.isFinite(quality) ? quality : 1 };
}

/** How closely a range names a type; 0 where it does not. */
function specificityOf(range: string, type: string): number {
  if (range === type) return 3;
  if (range === 'application/*') return 2;
  return range === '*/*' ? 1 : 0;
}
