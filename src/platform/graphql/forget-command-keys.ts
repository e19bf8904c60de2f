import type { DataSource } from 'typeorm';

/** Forgets idempotency keys that are older. A command that comes again under one of them is done again. */
export async function forgetCommandKeys(owner: DataSource, olderThanDays: number): Promise<void> {
  await owner.query('delete from command_key where created_at < now() - make_interval(days => $1)', [olderThanDays]);
}
