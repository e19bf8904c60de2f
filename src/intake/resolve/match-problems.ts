import type { Problem } from '../reading';
import type { MatchCandidate, NameMatch } from './known-unit';

const words: Record<MatchCandidate['reason'], [zh: string, en: string]> = {
  NAME: ['名称相同', 'same name'],
  ALIAS: ['别名', 'alias'],
  LEVEL_WORD: ['仅差省市区县字样', 'only the word of its level differs'],
  SHORT_FORM: ['全称与简称', 'long and short form'],
  NAMED_REGION: ['名称指明其他区域', 'the name opens with its region'],
  ZONE: ['功能区管委会', 'committee of a zone'],
  FULL_NAME_ELSEWHERE: ['他处同名全称', 'full name of a body elsewhere'],
  NEAR_SPELLING: ['一字之差', 'one character differs'],
  FUNCTION_LINE: ['同一条线且名称相近', 'same line of work, similar name'],
  RELATED: ['同一条线', 'same line of work'],
  SAME_NAME_ELSEWHERE: ['上下级同名', 'same name above or below'],
};

/** What a person should look at: names taken with doubt, bodies that nobody knew, names that several bodies bear. */
export function matchProblems(matches: readonly NameMatch[]): Problem[] {
  const told = new Set<string>();
  return matches.flatMap((match) => {
    if (match.isDoubtful) return [doubtful(match)];
    if (!match.draft || told.has(match.draft.name)) return [];
    told.add(match.draft.name);
    return [isAmbiguous(match) ? ambiguous(match) : proposed(match)];
  });
}

function isAmbiguous({ candidates }: NameMatch): boolean {
  const [best, next] = candidates;
  return best !== undefined && next?.confidence === best.confidence && best.confidence >= 0.9;
}

function doubtful({ name, taken, candidates }: NameMatch): Problem {
  const others = candidates.slice(1);
  return {
    severity: 'WARNING',
    code: 'UNIT_DOUBTFUL',
    message:
      `“${name}”暂作${shown(taken!)}${others.length > 0 ? `；另有${others.map(shown).join('、')}` : ''}，请核对。 ` +
      `“${name}” is taken for ${told(taken!)} for the time being${others.length > 0 ? `; else ${others.map(told).join(', ')}` : ''}: please check it.`,
    at: null,
  };
}

function proposed({ draft, candidates }: NameMatch): Problem {
  const near =
    candidates.length > 0 ? [`；相近：${candidates.map(shown).join('、')}`, `; near it: ${candidates.map(told).join(', ')}`] : ['', ''];
  return {
    severity: 'INFO',
    code: 'UNIT_CREATED',
    message: `建议新建单位“${draft!.name}”${near[0]}，请核对。 New unit “${draft!.name}” proposed${near[1]}; please check it.`,
    at: null,
  };
}

function ambiguous({ name, candidates }: NameMatch): Problem {
  return {
    severity: 'WARNING',
    code: 'UNIT_AMBIGUOUS',
    message:
      `“${name}”有${candidates.length}个同名单位（${candidates.map(shown).join('、')}），建议新建为本级单位，请核对。 ` +
      `“${name}” is the name of ${candidates.length} units (${candidates.map(told).join(', ')}); a new one of the region itself is proposed: please check it.`,
    at: null,
  };
}

function shown({ unit, confidence, reason }: MatchCandidate): string {
  return `${unit.region.name}“${unit.name}”（${confidence.toFixed(2)}，${words[reason][0]}）`;
}

function told({ unit, confidence, reason }: MatchCandidate): string {
  return `${unit.name} of ${unit.region.name} (${confidence.toFixed(2)}, ${words[reason][1]})`;
}
