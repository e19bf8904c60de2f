import type { Deadline } from './deadline';
import { correctedRule } from './edit/deadline-correction';
import type { DatePrecision, DeadlineKind } from './plan.enums';

const meaning: Record<DeadlineKind, [zh: string, en: string]> = {
  BY_DATE: ['须在此日之前办完', 'due by the date'],
  TIMELY: ['有内容即公开，不会逾期', 'to be published whenever there is something to publish; never turns late'],
  ONGOING: ['长期职责，不会逾期', 'a duty without an end; never turns late'],
  AS_APPROPRIATE: ['时机由责任单位掌握', 'when the responsible body finds the time fit'],
  RECURRING: ['按周期办理', 'owed again in every period'],
  RELATIVE: ['自某事项起算', 'counted from an event'],
  NONE: ['原文没有写期限，或未能读定', 'the document gives no deadline, or none that could be read'],
};

const precisionWords: Record<DatePrecision, [zh: string, en: string]> = {
  DAY: ['日', 'day'],
  MONTH: ['月，取该月最后一日', 'month, its last day taken'],
  QUARTER: ['季度，取该季度最后一日', 'quarter, its last day taken'],
  HALF_YEAR: ['半年，取该半年最后一日', 'half-year, its last day taken'],
  YEAR: ['年，取该年最后一日', 'year, its last day taken'],
};

/** How the printed words became this reading, in one Chinese and one English sentence. */
export function explainDeadline(deadline: Deadline): string {
  const printed = deadline.text === null ? ['', ''] : [`原文“${deadline.text}”：`, `Printed “${deadline.text}”: `];
  const [zh, en] = meaning[deadline.kind];
  const facts = factsOf(deadline);
  const zhFacts = facts.map(([text]) => text).join('，');
  const enFacts = facts.map(([, text]) => text).join(', ');
  const [zhBy, enBy] = readBy(deadline.rule);
  return `${printed[0]}${zh}${zhFacts && `（${zhFacts}）`}；${zhBy}。 / ${printed[1]}${en}${enFacts && ` (${enFacts})`}; ${enBy}.`;
}

/** Who or what read it. A person's correction names the rule whose reading it replaced. */
function readBy(rule: string): [zh: string, en: string] {
  if (!rule.startsWith(correctedRule)) return [`规则 ${rule}`, `rule ${rule}`];
  const before = rule.slice(correctedRule.length);
  return [`经人工更正（原规则 ${before}）`, `corrected by a person (before by rule ${before})`];
}

function factsOf(deadline: Deadline): [zh: string, en: string][] {
  const facts: [string, string][] = [];
  if (deadline.dueOn) facts.push([`${deadline.dueOn}`, deadline.dueOn]);
  if (deadline.precision) {
    const [zh, en] = precisionWords[deadline.precision];
    facts.push([`原文精确到${zh}`, `printed to the ${en}`]);
  }
  if (deadline.thenOngoing) facts.push(['其后长期坚持', 'going on afterwards']);
  if (deadline.quota !== null) facts.push([`每周期${deadline.quota}次`, `${deadline.quota} per period`]);
  if (deadline.rrule) facts.push([deadline.rrule, deadline.rrule]);
  if (deadline.trigger) facts.push([`起算事项：${deadline.trigger}`, `event: ${deadline.trigger}`]);
  if (deadline.duration) {
    const [zh, en] = deadline.dayCount === 'WORKING' ? ['按工作日', 'in working days'] : ['按自然日', 'in calendar days'];
    facts.push([`${deadline.duration}，${zh}`, `${deadline.duration} ${en}`]);
  }
  return facts;
}
