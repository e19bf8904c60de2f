import type { EntityManager } from 'typeorm';
import type { Reader } from '../../platform/database';

const setting = 'release-covers';

/**
 * Every change of what is public appends an audit event. A release notes the last one before it was taken, and the day, since
 * some states turn with the date.
 */
const coverage = `jsonb_build_object(
  'event', (select coalesce(max(id), 0) from audit_event),
  'day', (now() at time zone 'Asia/Shanghai')::date)`;

/** The mark under which a release that is taken now will be known to be current. To be asked for before its rows are read. */
export async function coverageNow(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ mark: string }[]>(`select (${coverage})::text as mark`);
  return row!.mark;
}

export async function noteCoverage(manager: EntityManager, mark: string): Promise<void> {
  await manager.query(`insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value`, [
    setting,
    mark,
  ]);
}

/**
 * What can have happened in public since the latest release: nothing, something, or that a plan was withdrawn, which should not
 * have to wait.
 */
export async function changeSinceRelease(reader: Pick<Reader, 'rows'>): Promise<'NONE' | 'SOME' | 'WITHDRAWAL'> {
  const [row] = await reader.rows<{ covered: boolean; some: boolean; withdrawal: boolean }>(
    `select (s.value::jsonb ->> 'day')::date = (now() at time zone 'Asia/Shanghai')::date as covered,
       exists (select from audit_event e where e.id > (s.value::jsonb ->> 'event')::int and e.action not in ('release.publish', 'problem.report', 'problem.answer')) as some,
       exists (select from audit_event e where e.id > (s.value::jsonb ->> 'event')::int and e.action = 'plan.withdraw') as withdrawal
     from setting s where s.name = $1`,
    [setting],
  );
  if (row?.withdrawal) return 'WITHDRAWAL';
  return row?.covered && !row.some ? 'NONE' : 'SOME';
}
