import { raw, sql, type Sql } from '../platform/database';
import {
  hydrate,
  loadOne,
  paginate,
  registerNode,
  type ConnectionArgs,
  type OrderTerm,
  type Page,
  type RequestContext,
} from '../platform/graphql';
import { AuditEvent } from './audit-event';
import type { AuditEventFilter } from './audit.inputs';

const columns = `e.id, e.occurred_at as "occurredAt", e.actor, e.action, e.subject, e.payload, e.payload_sha256 as "payloadSha256",
  e.previous_sha256 as "previousSha256", e.sha256`;

const toEvent = (row: object): AuditEvent => hydrate(AuditEvent, row);

const newestFirst: OrderTerm[] = [{ expression: 'e.id', type: 'integer', direction: 'DESC' }];

export function listEvents(context: RequestContext, args: ConnectionArgs, filter: AuditEventFilter | null): Promise<Page<AuditEvent>> {
  return paginate(context, args, {
    list: 'auditEvents',
    columns,
    from: raw('audit_event e'),
    where: filter ? conditions(filter) : [],
    order: newestFirst,
    toNode: toEvent,
  });
}

/** The event that was added last; null where there is none. */
export async function lastEvent({ reader }: RequestContext): Promise<AuditEvent | null> {
  const [row] = await reader.rows<object>(`select ${columns} from audit_event e order by e.id desc limit 1`);
  return row ? toEvent(row) : null;
}

function conditions({ subjectId, actor, actions, since, until }: AuditEventFilter): Sql[] {
  return [
    ...(subjectId == null ? [] : [sql`e.subject = ${subjectId}`]),
    ...(actor == null ? [] : [sql`e.actor = ${actor}`]),
    ...(actions ? [sql`e.action = any(${actions}::text[])`] : []),
    ...(since ? [sql`e.occurred_at >= ${since}`] : []),
    ...(until ? [sql`e.occurred_at < ${until}`] : []),
  ];
}

const eventByKey = loadOne<number, AuditEvent>(
  async (reader, keys) => (await reader.rows<object>(`select ${columns} from audit_event e where e.id = any($1)`, [keys])).map(toEvent),
  (event) => event.id,
);

registerNode('AuditEvent', (context, key) => eventByKey(context).load(key), ['AUDITOR', 'ADMINISTRATOR']);
