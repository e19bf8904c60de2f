import { setTimeout as sleep } from 'node:timers/promises';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { ownApplicationName } from '../application-name';
import { ownerRole } from './connection-file';

const connectTimeoutMs = 5_000;
/** A session that has just been closed is listed for a moment longer. */
const leavingTimeoutMs = 1_000;

/** One connection kept open for as long as the process uses the embedded server, by which others see that it is in use. */
export class PresenceSession {
  private client: Client | null = null;

  constructor(private readonly url: () => string) {}

  get isOpen(): boolean {
    return this.client !== null;
  }

  async open(): Promise<void> {
    const client = new Client({
      connectionString: this.url(),
      application_name: ownApplicationName('presence'),
      connectionTimeoutMillis: connectTimeoutMs,
      query_timeout: connectTimeoutMs,
      keepAlive: true,
    });
    const forget = () => {
      if (this.client === client) this.client = null;
    };
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    this.client = client;
  }

  async rows<T>(sql: string): Promise<T[]> {
    if (!this.client) throw new Error('The embedded PostgreSQL is not connected');
    return (await this.client.query(sql)).rows as T[];
  }

  /** Whether anybody but this process is connected to the server. */
  async hasCompany(): Promise<boolean> {
    if (!this.client) return false;
    const others = `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
      and not starts_with(application_name, ${escapeLiteral(ownApplicationName(''))}) limit 1`;
    for (const deadline = Date.now() + leavingTimeoutMs; ; await sleep(50)) {
      if ((await this.rows(others)).length === 0) return false;
      if (Date.now() > deadline) return true;
    }
  }

  async close(): Promise<void> {
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => {});
  }
}

/** The owner's role and database, where they are missing. It may create roles, for the public one, and is no superuser. */
export async function ensureOwner(session: PresenceSession, password: string): Promise<void> {
  const role = escapeIdentifier(ownerRole);
  if ((await session.rows(`select 1 from pg_roles where rolname = ${escapeLiteral(ownerRole)}`)).length === 0) {
    await session.rows(`create role ${role} login createrole password ${escapeLiteral(password)}`);
  }
  if ((await session.rows(`select 1 from pg_database where datname = ${escapeLiteral(ownerRole)}`)).length === 0) {
    await session.rows(`create database ${role} owner ${role}`);
  }
}
