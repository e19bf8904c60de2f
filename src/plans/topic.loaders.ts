import { hydrate, loaderIn, loadMany, loadOne, registerNode, type RequestContext } from '../platform/graphql';
import { Topic } from './topic';
import { TopicAssignment } from './topic-assignment';

const topicColumns = `o.id, o.code, o.parent_id as "parentId", o.title_zh as "titleZh", o.title_en as "titleEn", o.rule_words as "ruleWords", o.position,
  o.updated_at as "updatedAt"`;

const toTopic = (row: object): Topic => hydrate(Topic, row);

export const topicByKey = loadOne<number, Topic>(
  async (reader, keys) => (await reader.rows<object>(`select ${topicColumns} from topic o where o.id = any($1)`, [keys])).map(toTopic),
  (topic) => topic.id,
);

export const topicsOfTask = loadMany<number, TopicAssignment>(
  async (reader, tasks) => {
    const rows = await reader.rows<{ taskId: number; reason: string; confirmed: boolean }>(
      `select ${topicColumns}, k.task_id as "taskId", k.reason, k.confirmed from task_topic k join topic o on o.id = k.topic_id
       where k.task_id = any($1) order by k.task_id, o.position`,
      [tasks],
    );
    return rows.map(({ taskId, reason, confirmed, ...topic }) =>
      hydrate(TopicAssignment, { taskId, reason, confirmed, topic: toTopic(topic) }),
    );
  },
  (assignment) => assignment.taskId,
);

/** The whole taxonomy in its own order; small enough to be read at once. */
export function allTopics(context: RequestContext): Promise<Topic[]> {
  const loader = loaderIn<'all', Topic[]>(context, 'all topics', async () => [
    (await context.reader.rows<object>(`select ${topicColumns} from topic o order by o.position`)).map(toTopic),
  ]);
  return loader.load('all');
}

registerNode('Topic', (context, key) => topicByKey(context).load(key));
