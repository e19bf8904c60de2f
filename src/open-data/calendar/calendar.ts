import ical, { ICalEventTransparency } from 'ical-generator';
import { globalId } from '../../platform/graphql';
import { titlesOf } from '../catalogue';
import type { DueDay } from './due-days';

const longestSummary = 60;

/** Due dates as whole days. An event keeps its UID when its date changes, and says by SEQUENCE that it did. */
export function calendarOf(days: readonly DueDay[], publicBaseUrl: string, isDemonstration: boolean): string {
  const host = new URL(publicBaseUrl).hostname;
  const calendar = ical({
    name: titlesOf(isDemonstration).dataset[0],
    ...(isDemonstration && { description: titlesOf(true).description.join('\n') }),
    prodId: { company: 'gongkai', product: 'calendar', language: 'ZH' },
    source: `${publicBaseUrl}/calendar.ics`,
    url: `${publicBaseUrl}/deadlines`,
  });
  for (const day of days) {
    calendar.createEvent({
      id: `${uidOf(day)}@${host}`,
      sequence: day.changes,
      start: `${day.dueOn}T00:00:00Z`,
      allDay: true,
      stamp: day.updatedAt,
      lastModified: day.updatedAt,
      summary: `${day.regionName}：${shortened(day.text)}`,
      description: [day.text, day.deadlineText, day.planTitle].filter(Boolean).join('\n'),
      url: `${publicBaseUrl}/tasks/${globalId('Task', day.taskKey)}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

function uidOf({ taskKey, obligationKey, period }: DueDay): string {
  const record = obligationKey === null ? `task-${taskKey}` : `obligation-${obligationKey}`;
  return period === null ? record : `${record}-${period}`;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= longestSummary ? text : `${characters.slice(0, longestSummary - 1).join('')}…`;
}
