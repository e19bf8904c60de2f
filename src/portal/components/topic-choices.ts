import type { View } from '../view';
import type { Choice } from './filter-form';
import type { TopicChoice } from './topic-choices.document';

/** Every topic, those below another one set off. */
export function topicChoices(view: View, topics: readonly TopicChoice[]): Choice[] {
  return topics.map((topic) => ({ value: topic.code, label: `${topic.parent ? '· ' : ''}${topicTitle(view, topic)}` }));
}

/** The title of a topic by its code; null where there is no such topic. */
export function titleOfTopic(view: View, topics: readonly TopicChoice[], code: string | null): string | null {
  const topic = topics.find((each) => each.code === code);
  return topic ? topicTitle(view, topic) : null;
}

function topicTitle({ lang }: View, { titleZh, titleEn }: TopicChoice): string {
  return lang === 'en' ? titleEn : titleZh;
}
