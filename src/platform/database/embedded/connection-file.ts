import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ExpectedFailure, exitCode } from '../../lifecycle';
import { giveToOwner } from './home';

/** How to reach the embedded server; kept in the data directory, readable by its owner alone. */
export interface Connection {
  port: number;
  password: string;
  /** The folder that holds the cluster: the data directory, or one that PostgreSQL's account can enter. */
  home: string;
}

export const ownerRole = 'gongkai';
export const superuserRole = 'postgres';
const databaseName = 'gongkai';

function fileIn(dataDir: string): string {
  return join(dataDir, 'postgresql.json');
}

export function readConnection(dataDir: string): Connection | null {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Connection;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '内容损坏 damaged';
    if (code === 'ENOENT') return null;
    throw new ExpectedFailure(`无法读取 cannot read ${fileIn(dataDir)}: ${code}`, exitCode.configuration);
  }
}

export function writeConnection(dataDir: string, connection: Connection): void {
  const aside = `${fileIn(dataDir)}.new`;
  writeFileSync(aside, `${JSON.stringify(connection)}\n`, { mode: 0o600 });
  giveToOwner(aside);
  renameSync(aside, fileIn(dataDir));
}

export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

export function urlOf(connection: Connection, role: string, database: string): string {
  return `postgres://${role}:${connection.password}@127.0.0.1:${connection.port}/${database}`;
}

export function ownerUrlOf(connection: Connection): string {
  return urlOf(connection, ownerRole, databaseName);
}

/** The address of the embedded database where one was ever started, for tools that connect by themselves. */
export function embeddedDatabaseUrl(dataDir: string): string | null {
  const connection = readConnection(dataDir);
  return connection && ownerUrlOf(connection);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
