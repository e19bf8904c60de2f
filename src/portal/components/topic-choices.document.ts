// Written by `npm run portal:emit` from topic-choices.graphql; never edited.

export type TopicChoice = { code: string; titleZh: string; titleEn: string; parent: { code: string } | null };
