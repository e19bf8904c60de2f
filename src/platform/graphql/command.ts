import { createHash } from 'node:crypto';
import { IsNotEmpty, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import type { RequestContext, Viewer } from './context';
import { conflict, unauthenticated } from './safe-error';
import { CommandRefusal, type UserError } from './user-error';

/** What the input of every mutation begins with. */
@InputType({ description: 'A command of the internal endpoint. (操作)' })
export abstract class CommandInput {
  @Field({
    description:
      'Chosen by the caller, new for every command: the same one again changes nothing more and gives the same result. At most 200 characters. (幂等键)',
  })
  @IsNotEmpty()
  @MaxLength(200)
  idempotencyKey!: string;
}

type Outcome<R> = { result: R; userErrors: [] } | { result: null; userErrors: [UserError] };

/**
 * Runs a command in one transaction, once for each idempotency key of a caller. The same key with the same input gives the
 * stored result again, with another input CONFLICT. What `run` returns is stored, so it holds keys, not records. A
 * CommandRefusal undoes everything and comes back as a user error.
 */
export async function runCommand<R extends object>(
  context: RequestContext,
  command: string,
  input: CommandInput,
  run: (manager: EntityManager, viewer: Viewer) => Promise<R>,
): Promise<Outcome<R>> {
  const { viewer, transact } = context;
  if (!viewer || !transact) throw unauthenticated();
  const requestSha256 = createHash('sha256')
    .update(JSON.stringify([command, input]))
    .digest('hex');
  try {
    const result = await transact(async (manager) => {
      const before = await claimKey<R>(manager, viewer.subject, input.idempotencyKey);
      if (before) {
        if (before.requestSha256 !== requestSha256)
          throw conflict('This idempotency key was used for another command. / 该幂等键已用于其他操作。');
        return before.result;
      }
      const made = await run(manager, viewer);
      await manager.query('insert into command_key (actor, key, command, request_sha256, result) values ($1, $2, $3, $4, $5)', [
        viewer.subject,
        input.idempotencyKey,
        command,
        requestSha256,
        JSON.stringify(made),
      ]);
      return made;
    });
    return { result, userErrors: [] };
  } catch (error) {
    if (error instanceof CommandRefusal) return { result: null, userErrors: [error.toUserError()] };
    throw error;
  }
}

/** Holds the key for this transaction, and gives what was stored under it. */
async function claimKey<R>(manager: EntityManager, actor: string, key: string): Promise<{ requestSha256: string; result: R } | undefined> {
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${actor}\n${key}`]);
  const [row] = await manager.query<{ requestSha256: string; result: R }[]>(
    'select request_sha256 as "requestSha256", result from command_key where actor = $1 and key = $2',
    [actor, key],
  );
  return row;
}
