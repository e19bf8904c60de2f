import { setTimeout as sleep } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { connectTimeoutMs, poolConfig } from './pool';
import type { ReplicaWatch } from './replica-watch';
import type { QueryRows } from './secrets';

const channel = 'gongkai_data_changed';
const retryEveryMs = 1_000;

/** Whoever writes to one of these tables tells it to all who listen, when the transaction is committed. */
export async function tellChangesOf(rows: QueryRows, tables: readonly string[]): Promise<void> {
  const silent = await rows<{ name: string }>(
    `select name from unnest($1::text[]) as name
     where not exists (select from pg_trigger where tgrelid = name::regclass and tgname = 'tell_data_changed')`,
    [tables],
  );
  for (const { name } of silent)
    await rows(
      `create trigger tell_data_changed after insert or update or delete or truncate on ${escapeIdentifier(name)}
       for each statement execute function tell_data_changed()`,
      [],
    );
}

/** Counts the changes of public data, whichever process makes them. */
export class DataChanges {
  private client: Client | null = null;
  private isClosed = false;
  private count = 0;

  constructor(
    private readonly url: string,
    private readonly onChange: () => void,
    private readonly replicas: ReplicaWatch | null = null,
  ) {
    void this.listen();
  }

  /** Another number after every change; null while changes would go unnoticed, or are not yet with every replica that is read from. */
  get version(): number | null {
    return this.client && (this.replicas?.isLevel ?? true) ? this.count : null;
  }

  /** For a change that this process has just made itself: the database's word of it may still be on its way. */
  note(): void {
    this.count += 1;
    this.replicas?.noteChange();
    this.onChange();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    while (!this.isClosed) {
      await this.listenOnce().catch(() => undefined);
      this.client = null;
      if (!this.isClosed) await sleep(retryEveryMs, undefined, { ref: false });
    }
  }

  /** Until the connection is lost. What happened before it stood is unknown, and counts as a change. */
  private async listenOnce(): Promise<void> {
    const limits = { statementTimeoutMs: null, isReadOnly: true, purpose: 'changes' };
    const client = new Client({ connectionString: this.url, ...poolConfig(limits), connectionTimeoutMillis: connectTimeoutMs });
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    client.on('notification', () => this.note());
    await client.connect();
    await client.query(`listen ${channel}`);
    this.note();
    this.client = client;
    if (this.isClosed) await client.end();
    await lost;
    client.end().catch(() => undefined);
  }
}
