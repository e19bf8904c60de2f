import type { DataSource } from 'typeorm';
import type { DataChanges } from './data-changes';
import type { PoolState } from './pool';
import type { Reader } from './reader';
import type { ReplicaState } from './replica-watch';
import type { Snapshot } from './snapshot';

/** The database as the rest of the program knows it. */
export interface Database {
  /** Writes, transactions and migrations. */
  readonly owner: DataSource;
  readonly internalReader: Reader;
  readonly publicReader: Reader;
  readonly publicRole: string;
  /** Reads what the public may see, all of it as of one moment; for exports, which may take long. */
  readonly publicSnapshot: <T>(work: (snapshot: Snapshot) => Promise<T>) => Promise<T>;
  /** 32 random bytes that all processes on this database share under that name; made when first asked for. */
  loadSecret(name: string): Promise<Buffer>;
  /** Hears of every change of public data from now on; to be closed before the database is. */
  watchChanges(onChange: () => void): DataChanges;
  /** Where the replicas are, in the order in which they were given. */
  replicaStates(): ReplicaState[];
  /** How busy the pools are. */
  poolStates(): PoolState[];
  /** Whether owner and public both get an answer now. Says so within three seconds and never throws. */
  isAnswering(): Promise<boolean>;
  /** Lets running queries finish for a few seconds, then leaves; stops the embedded server where nobody else uses it. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Takes a line for the person who started the program. */
  say?: (line: string) => void;
  /** For commands whose statements may take long; the public reader keeps its limit. */
  withoutTimeLimit?: boolean;
  /** Start the embedded server again whenever it goes away, for a service that stays. */
  keepServerRunning?: boolean;
}
