import { globalId, readKey } from '../../../src/platform/graphql';
import { editTask } from '../../../src/plans/edit/edit-task.commands';
import { useTestDatabase } from '../../support/database';
import { officers } from '../../support/office';
import { answer, type Data } from '../../support/query';

const database = useTestDatabase({ seeded: true });
const { planner, reporter } = officers(() => database);

let taskId: string;
let proposed: Data;

beforeAll(async () => {
  const [row] = await database.owner.query<[{ id: number }]>('select task_id as id from task_topic order by task_id limit 1');
  taskId = globalId('Task', row.id);
  [proposed] = await topics();
});

async function topics(): Promise<Data[]> {
  const query = 'query ($id: ID!) { task(id: $id) { topics { topic { code } reason confirmed } } }';
  return (await answer(database.publicReader, query, { id: taskId })).task.topics;
}

const settle = (topicCode: string, decision: string, reason?: string): Promise<Data> =>
  planner().run('confirmTopic', { taskId, topicCode, decision, reason }, 'task { topics { topic { code } reason confirmed } }');

/** A correction of the text, upon which topics are proposed anew. */
async function proposeAnew(): Promise<void> {
  await database.owner.transaction(async (manager) => {
    const [task] = await manager.query<[{ version: number; text: string }]>('select version, text from task where id = $1', [
      readKey(taskId, 'Task'),
    ]);
    await editTask(manager, { idempotencyKey: 'x', taskId, version: task.version, text: `${task.text}。`, reason: 'misread' }, 'test');
  });
}

const codes = async (): Promise<string[]> => (await topics()).map(({ topic }) => topic.code);

describe('a topic of a task', () => {
  it('is proposed with its words, then confirmed, and stays when topics are proposed anew', async () => {
    expect(proposed).toMatchObject({ confirmed: false, reason: expect.stringContaining('“') });
    await settle(proposed.topic.code, 'CONFIRM');
    await proposeAnew();
    expect(await topics()).toContainEqual({ ...proposed, confirmed: true });
  });

  it('is assigned with a reason though no rule proposed it', async () => {
    const other = (await codes()).includes('GOVERNMENT_GAZETTE') ? 'TRAINING' : 'GOVERNMENT_GAZETTE';
    const { topics: all } = await answer(database.publicReader, '{ topics { code } }');
    const code = all.find((topic: Data) => topic.code === other)?.code ?? all.at(-1).code;
    await settle(code, 'CONFIRM', '由文件附件可知。');
    await proposeAnew();
    expect(await topics()).toContainEqual({ topic: { code }, reason: '由文件附件可知。', confirmed: true });
  });

  it('that is rejected is not proposed again, until it is confirmed', async () => {
    await settle(proposed.topic.code, 'REJECT', '并非此类。');
    expect(await codes()).not.toContain(proposed.topic.code);
    await proposeAnew();
    expect(await codes()).not.toContain(proposed.topic.code);
    await settle(proposed.topic.code, 'CONFIRM');
    expect(await codes()).toContain(proposed.topic.code);
  });

  it('is settled by planners alone, of topics that there are, and told in the audit log', async () => {
    expect(await reporter().run('confirmTopic', { taskId, topicCode: proposed.topic.code, decision: 'CONFIRM' }, 'task { id }')).toEqual({
      error: 'FORBIDDEN',
    });
    expect((await settle('NO_SUCH_TOPIC', 'CONFIRM')).userErrors).toEqual([{ code: 'NO_TOPIC', field: ['topicCode'] }]);
    const events = await database.owner.query<Data[]>(
      `select payload from audit_event where action = 'task.confirmTopic' and subject = $1 order by id`,
      [taskId],
    );
    expect(events.map(({ payload }) => payload.decision)).toEqual(['CONFIRM', 'CONFIRM', 'REJECT', 'CONFIRM']);
    expect(events[2].payload.before).toContainEqual(expect.objectContaining({ topic: proposed.topic.code }));
    expect(events[2].payload.after).not.toContainEqual(expect.objectContaining({ topic: proposed.topic.code }));
  });
});
