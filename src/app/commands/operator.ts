import { userInfo } from 'node:os';
import type { Config } from '../../platform/config';
import { openDatabase, type Database } from '../../platform/database';
import { CommandRefusal } from '../../platform/graphql';
import { ExpectedFailure, exitCode } from '../../platform/lifecycle';
import { databaseSchema } from '../database-schema';

/** Under this name the log knows what is done on the machine itself. */
export const operator = `cli:${userInfo().username}`;

/** What a command was asked that it cannot do; the message is for the person at the terminal. */
export function refusal(message: string): ExpectedFailure {
  return new ExpectedFailure(message, exitCode.failed);
}

/** Runs a small command on the database, whatever serves it. */
export async function withDatabase(config: Config, work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase(config, databaseSchema, { say: (line) => process.stderr.write(`${line}\n`) });
  try {
    await work(database);
  } catch (error) {
    throw error instanceof CommandRefusal ? refusal(error.message) : error;
  } finally {
    await database.close();
  }
}
