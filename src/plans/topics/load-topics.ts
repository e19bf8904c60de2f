import type { EntityManager } from 'typeorm';
import type { SeedTopic } from './read-topics';

/** Writes the topics of the taxonomy, and renews those already there. */
export async function loadTopics(manager: EntityManager, topics: readonly SeedTopic[]): Promise<void> {
  await manager.query(
    `insert into topic (code, title_zh, title_en, rule_words, position)
     select code, "titleZh", "titleEn", "ruleWords", position
     from jsonb_to_recordset($1) as x (code text, "titleZh" text, "titleEn" text, "ruleWords" text[], position integer)
     on conflict (code) do update set title_zh = excluded.title_zh, title_en = excluded.title_en, rule_words = excluded.rule_words, position = excluded.position
     where (topic.title_zh, topic.title_en, topic.rule_words, topic.position) is distinct from (excluded.title_zh, excluded.title_en, excluded.rule_words, excluded.position)`,
    [JSON.stringify(topics.map((topic, index) => ({ ...topic, position: index + 1 })))],
  );
  await manager.query(
    `update topic set parent_id = above.id from jsonb_to_recordset($1) as x (code text, parent text) left join topic above on above.code = x.parent
     where topic.code = x.code and topic.parent_id is distinct from above.id`,
    [JSON.stringify(topics)],
  );
}
