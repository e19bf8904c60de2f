import { appendAuditEvent } from '../../src/audit';
import { globalId } from '../../src/platform/graphql';
import { useTestDatabase } from '../support/database';
import { startApp, tokenFor, type RunningApp } from '../support/internal-api';

const database = useTestDatabase({ keepRows: true });
const plan = globalId('Plan', 1);
let app: RunningApp;
let auditor: string;

beforeAll(async () => {
  app = await startApp(database);
  auditor = await tokenFor(database, { role: 'AUDITOR' });
  for (const [actor, action] of [
    ['p', 'plan.publish'],
    ['q', 'plan.withdraw'],
    ['p', 'task.edit'],
  ] as const)
    await database.owner.transaction((manager) =>
      appendAuditEvent(manager, { actor, action, subject: plan, payload: { before: 1, after: { 名: '乙' } } }),
    );
}, 60_000);

afterAll(() => app.close());

/** The actions that a filter finds, the newest first. */
async function actions(filterBy: Record<string, unknown>): Promise<string[]> {
  const query = 'query ($filterBy: AuditEventFilter) { auditEvents(filterBy: $filterBy) { totalCount nodes { action } } }';
  const { auditEvents } = await app.data(auditor, query, { filterBy });
  expect(auditEvents.totalCount).toBe(auditEvents.nodes.length);
  return auditEvents.nodes.map(({ action }: { action: string }) => action);
}

it('finds what was done to a record, by whom, of what sort, and when', async () => {
  expect(await actions({ subjectId: plan })).toEqual(['task.edit', 'plan.withdraw', 'plan.publish']);
  expect(await actions({ subjectId: plan, actor: 'p' })).toEqual(['task.edit', 'plan.publish']);
  expect(await actions({ actions: ['plan.publish', 'plan.withdraw'] })).toEqual(['plan.withdraw', 'plan.publish']);
  expect(await actions({ actions: [] })).toEqual([]);
  const { auditEvents } = await app.data(auditor, '{ auditEvents(filterBy: { actor: "q" }) { nodes { occurredAt } } }');
  const { occurredAt } = auditEvents.nodes[0];
  expect(await actions({ subjectId: plan, since: occurredAt, until: occurredAt })).toEqual([]);
  expect(await actions({ actor: 'q', since: occurredAt })).toEqual(['plan.withdraw']);
});

it('shows each event with what was before and after, and its place in the chain', async () => {
  const { auditEvents, auditHead } = await app.data(
    auditor,
    '{ auditEvents(first: 2) { nodes { id payload previousSha256 sha256 } pageInfo { hasNextPage } } auditHead { id sha256 } }',
  );
  const [last, before] = auditEvents.nodes;
  expect(last).toMatchObject({ payload: { before: 1, after: { 名: '乙' } }, previousSha256: before.sha256 });
  expect(auditHead).toEqual({ id: last.id, sha256: last.sha256 });
  expect(await app.data(auditor, `{ node(id: "${last.id}") { ... on AuditEvent { action } } }`)).toEqual({ node: { action: 'task.edit' } });
});

it('is for auditors and administrators alone', async () => {
  for (const role of ['PLANNER', 'REVIEWER'] as const)
    for (const query of ['{ auditEvents { totalCount } }', '{ auditHead { id } }', `{ node(id: "${globalId('AuditEvent', 1)}") { id } }`])
      expect(await app.code(await tokenFor(database, { role }), query)).toBe('FORBIDDEN');
});
