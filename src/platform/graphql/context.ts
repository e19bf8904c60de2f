import type DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database';
import type { Reader } from '../database/reader';
import type { CursorCodec } from './cursor';
import type { Role } from './roles';
import { forbidden, unauthenticated } from './safe-error';

/** Who calls the internal endpoint. */
export interface Viewer {
  /** Name the token was issued to; for audit and logs. */
  subject: string;
  role: Role;
  /** Database key of the unit a reporter writes for, or of that of a reviewer; null for a reviewer of none and for the other roles. */
  unitKey: number | null;
  /** Keys of all units a reporter may write for, its own first, or of a reviewer's own; empty for the other roles. Ask through `mayActFor`. */
  unitKeys: readonly number[];
}

/** Who calls, where the caller has one of these roles; none named: everyone signed in. UNAUTHENTICATED and FORBIDDEN for all others. */
export function demandRole<V extends Pick<Viewer, 'role'>>(viewer: V | null, allowed: readonly Role[]): V {
  if (!viewer) throw unauthenticated();
  if (allowed.length > 0 && !allowed.includes(viewer.role))
    throw forbidden(
      `Not allowed: this takes the role ${allowed.join(' or ')}, yours is ${viewer.role} / 没有权限：须为 ${allowed.join(' 或 ')}，当前为 ${viewer.role}`,
    );
  return viewer;
}

/** Whether the caller may write in the name of a unit: its own, or one that it also administers. Nobody but a reporter may. */
export function mayActFor({ role, unitKeys }: Viewer, unitKey: number): boolean {
  return role === 'REPORTER' && unitKeys.includes(unitKey);
}

export interface RateLimitState {
  /** Requests allowed per window; null where none is counted (signed-in callers). */
  limit: number | null;
  remaining: number | null;
  resetAt: Date | null;
}

/** What every resolver receives: who asks, what they may read, and the loaders of this one request. */
export interface RequestContext {
  audience: 'public' | 'internal';
  viewer: Viewer | null;
  reader: Reader;
  cursors: CursorCodec;
  /** Address of the portal without a closing slash, from which urls are built. */
  publicBaseUrl: string;
  rateLimit: RateLimitState;
  /** Nodes this request may return at most, as counted before execution. */
  cost: number;
  costLimit: number;
  /** Runs writes in one transaction; null on the public endpoint, which has none. */
  transact: (<T>(run: (manager: EntityManager) => Promise<T>) => Promise<T>) | null;
  /** Reads all that is public as of one moment, for releases; null on the public endpoint. */
  publicSnapshot: Database['publicSnapshot'] | null;
  loaders: Map<symbol | string, DataLoader<unknown, unknown>>;
  /** The fields that the operation asks for anywhere, such as `Task.plan`. */
  selected: ReadonlySet<string>;
}
