import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { CommandRefusal, globalId, readKey } from '../../platform/graphql';
import { holdPlan } from '../edit/change-plan';
import { planOfTask } from '../edit/task-fields';
import { runPlanSteps } from '../plan-steps';
import type { ConfirmTopicInput } from './confirm-topic.inputs';

interface Assignment {
  topic: string;
  reason: string;
  confirmed: boolean;
}

/** Settles whether a task belongs to a topic, proposed or not. What is settled stays when topics are proposed anew. */
export async function confirmTopic(manager: EntityManager, input: ConfirmTopicInput, actor: string): Promise<{ taskKey: number }> {
  const taskKey = readKey(input.taskId, 'Task');
  const plan = await holdPlan(manager, await planOfTask(manager, taskKey));
  const topicId = await findTopic(manager, input.topicCode);
  const before = await assignmentsOf(manager, taskKey);
  if (input.decision === 'REJECT') await reject(manager, taskKey, topicId);
  else await assign(manager, taskKey, plan.id, topicId, input.reason?.trim() || null);
  await runPlanSteps(manager, 'CHANGED', plan.id);
  await appendAuditEvent(manager, {
    actor,
    action: 'task.confirmTopic',
    subject: input.taskId,
    payload: {
      plan: globalId('Plan', plan.id),
      topic: input.topicCode,
      decision: input.decision,
      reason: input.reason?.trim() || null,
      before,
      after: await assignmentsOf(manager, taskKey),
    },
  });
  return { taskKey };
}

async function findTopic(manager: EntityManager, code: string): Promise<number> {
  const [topic] = await manager.query<{ id: number }[]>('select id from topic where code = $1', [code]);
  if (topic) return topic.id;
  throw new CommandRefusal('NO_TOPIC', '没有这个主题，代码见 topics。 There is no such topic; `topics` lists the codes.', ['topicCode']);
}

async function assign(manager: EntityManager, taskKey: number, planId: number, topicId: number, reason: string | null): Promise<void> {
  await manager.query('delete from refused_topic where task_id = $1 and topic_id = $2', [taskKey, topicId]);
  await manager.query(
    `insert into task_topic (task_id, topic_id, plan_id, reason, confirmed) values ($1, $2, $3, coalesce($4, '人工归类'), true)
     on conflict (task_id, topic_id) do update set confirmed = true, reason = coalesce($4, task_topic.reason)`,
    [taskKey, topicId, planId, reason],
  );
}

async function reject(manager: EntityManager, taskKey: number, topicId: number): Promise<void> {
  await manager.query('delete from task_topic where task_id = $1 and topic_id = $2', [taskKey, topicId]);
  await manager.query(
    'insert into refused_topic (plan_id, task_id, topic_id) select plan_id, id, $2 from task where id = $1 on conflict do nothing',
    [taskKey, topicId],
  );
}

function assignmentsOf(manager: EntityManager, taskKey: number): Promise<Assignment[]> {
  return manager.query<Assignment[]>(
    'select o.code as topic, k.reason, k.confirmed from task_topic k join topic o on o.id = k.topic_id where k.task_id = $1 order by o.code',
    [taskKey],
  );
}
