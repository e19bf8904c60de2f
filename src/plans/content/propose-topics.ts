import { In, type EntityManager } from 'typeorm';
import { TaskTopic } from '../task-topic';
import { Topic } from '../topic';
import { proposeTopics } from '../topics/assign-topics';
import { RefusedTopic } from '../topics/refused-topic';
import { readSeedTopics } from '../topics/read-topics';

interface Wording {
  id: number;
  planId: number;
  text: string;
  path: string[];
}

/** Proposes the topics of tasks anew by their wording and categories. What a person confirmed stays; what one rejected stays away. */
export async function proposeTopicsOf(manager: EntityManager, taskIds: readonly number[]): Promise<void> {
  if (taskIds.length === 0) return;
  const codes = new Map((await manager.find(Topic)).map((topic) => [topic.code, topic.id]));
  const rules = readSeedTopics();
  await manager.query('delete from task_topic where task_id = any($1) and not confirmed', [taskIds]);
  const tasks = await manager.query<Wording[]>(
    `select t.id, t.plan_id as "planId", t.text, coalesce(c.path, '{}') as path from task t left join category c on c.id = t.category_id
     where t.id = any($1) order by t.id`,
    [taskIds],
  );
  const refused = new Set(
    (await manager.find(RefusedTopic, { where: { taskId: In([...taskIds]) } })).map(({ taskId, topicId }) => `${taskId} ${topicId}`),
  );
  const proposals = tasks.flatMap(({ id, planId, text, path }) =>
    proposeTopics(text, path, rules).flatMap(({ code, reason }) => {
      const topicId = codes.get(code);
      return topicId === undefined || refused.has(`${id} ${topicId}`) ? [] : [{ planId, taskId: id, topicId, reason, confirmed: false }];
    }),
  );
  if (proposals.length > 0) await manager.createQueryBuilder().insert().into(TaskTopic).values(proposals).orIgnore().execute();
}
