import { createHash } from 'node:crypto';
import { appendAuditEvent, canonicalJson, redactEvent, verifyAuditChain } from '../../src/audit';
import { globalId } from '../../src/platform/graphql';
import { gongkai } from '../support/child-process';
import { useTestDatabase } from '../support/database';

jest.setTimeout(60_000);

const database = useTestDatabase();
const verified = (noted: string | null = null) => verifyAuditChain(database.owner, noted);

/** Five events; their ids in order. */
async function fiveEvents(): Promise<number[]> {
  for (const name of ['甲', '乙', '丙', '丁', '戊'])
    await database.owner.transaction((manager) =>
      appendAuditEvent(manager, { actor: 'p', action: 'plan.publish', subject: name, payload: { name, before: null, after: { n: 1 } } }),
    );
  const rows = await database.owner.query<{ id: number }[]>('select id from audit_event order by id');
  return rows.map(({ id }) => id);
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('the audit chain', () => {
  it('holds as it was written, and tells what was altered by whoever could', async () => {
    const [first, second, third, , last] = (await fiveEvents()) as [number, number, number, number, number];
    await expect(verified()).resolves.toEqual([]);
    const alterations: [string, string[]][] = [
      [`update audit_event set actor = 'q' where id = ${third}`, [`audit event ${third}: altered`]],
      [`update audit_event set action = 'x' where id = ${first}`, [`audit event ${first}: altered`]],
      [`update audit_event set subject = 'x' where id = ${last}`, [`audit event ${last}: altered`]],
      [`update audit_event set occurred_at = occurred_at + interval '1 ms' where id = ${third}`, [`audit event ${third}: altered`]],
      [`update audit_event set payload = payload || '{"after": {"n": 2}}' where id = ${third}`, [`audit event ${third}: payload altered`]],
      [`update audit_event set payload = null where id = ${third}`, [`audit event ${third}: payload taken away without a record of it`]],
      [`delete from audit_event where id = ${third}`, [`audit event ${third + 1}: does not follow the event before it`]],
      [`delete from audit_event where id = ${first}`, [`audit event ${second}: does not follow the event before it`]],
    ];
    for (const [statement, violations] of alterations) {
      await database.tamper('create table kept as table audit_event', statement);
      await expect(verified()).resolves.toEqual(violations);
      await database.tamper('delete from audit_event', 'insert into audit_event overriding system value table kept', 'drop table kept');
    }
    await expect(verified()).resolves.toEqual([]);
  });

  it('breaks behind an event whose own hashes were made to fit', async () => {
    const [, , third, fourth] = await fiveEvents();
    const [event] = await database.owner.query(
      `select occurred_at as "occurredAt", action, subject, previous_sha256 as "previousSha256" from audit_event where id = $1`,
      [third],
    );
    const payloadSha256 = sha256(canonicalJson({ forged: true }));
    const forged = sha256(canonicalJson({ ...event, occurredAt: event.occurredAt.toISOString(), actor: 'q', payloadSha256 }));
    await database.tamper(
      `update audit_event set actor = 'q', payload = '{"forged": true}', payload_sha256 = '${payloadSha256}', sha256 = '${forged}' where id = ${third}`,
    );
    await expect(verified()).resolves.toEqual([`audit event ${fourth}: does not follow the event before it`]);
  });

  it('misses nothing that was cut off its end, for who noted its head', async () => {
    const [, , , , last] = await fiveEvents();
    const [{ sha256: head }] = await database.owner.query('select sha256 from audit_event where id = $1', [last]);
    await expect(verified(head)).resolves.toEqual([]);
    await database.tamper(`delete from audit_event where id = ${last}`);
    await expect(verified()).resolves.toEqual([]);
    await expect(verified(head)).resolves.toEqual([`audit head ${head}: not in the chain any more`]);
  });

  it('is closed to the owner of the data, but for a payload that is blanked', async () => {
    await fiveEvents();
    for (const statement of [
      `update audit_event set actor = 'q'`,
      `update audit_event set payload = '{}'`,
      `update audit_event set payload = null, actor = 'q'`,
      'delete from audit_event',
      'truncate audit_event',
    ])
      await expect(database.owner.query(statement)).rejects.toThrow(/append-only/);
    await expect(verified()).resolves.toEqual([]);
  });

  it('is reported by `gongkai verify`: exit code 1 and the event', async () => {
    const [, , third] = await fiveEvents();
    await database.tamper(`update audit_event set actor = 'q' where id = ${third}`);
    const finished = await gongkai(['verify'], { DATABASE_URL: database.ownerUrl });
    expect(finished).toMatchObject({ code: 1, stdout: `audit event ${third}: altered\n`, stderr: '' });
  });
});

describe('a redaction', () => {
  const redact = (key: number) => database.owner.transaction((manager) => redactEvent(manager, key, '含个人信息', 'cli:a'));

  it('blanks what an event says, keeps its hash, and is an event itself', async () => {
    const [, second, , , last] = await fiveEvents();
    await redact(second!);
    await expect(verified()).resolves.toEqual([]);
    const events = await database.owner.query('select actor, action, subject, payload from audit_event where id in ($1, $2) order by id', [
      second,
      last! + 1,
    ]);
    expect(events).toEqual([
      { actor: 'p', action: 'plan.publish', subject: '乙', payload: null },
      { actor: 'cli:a', action: 'audit.redact', subject: globalId('AuditEvent', second!), payload: { reason: '含个人信息' } },
    ]);
  });

  it('is refused for what is not there, blank already, or itself a redaction', async () => {
    const [, second, , , last] = await fiveEvents();
    await redact(second!);
    await expect(redact(second!)).rejects.toMatchObject({ code: 'REDACTED' });
    await expect(redact(last! + 1)).rejects.toMatchObject({ code: 'IS_REDACTION' });
    await expect(redact(1_999_999_999)).rejects.toMatchObject({ code: 'NO_EVENT' });
  });
});
