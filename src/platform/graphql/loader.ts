import DataLoader from 'dataloader';
import type { Reader } from '../database/reader';
import type { RequestContext } from './context';

export type LoaderOf<K, V> = (context: RequestContext) => DataLoader<K, V>;

/** A loader for one row by key: `batch` gets all keys at once; a key without a row gives null. */
export function loadOne<K, V>(batch: (reader: Reader, keys: readonly K[]) => Promise<V[]>, keyOf: (row: V) => K): LoaderOf<K, V | null> {
  return perRequest(async (reader, keys) => {
    const byKey = new Map((await batch(reader, keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}

/** A loader for the rows that belong to a key, in the order in which the batch gives them. */
export function loadMany<K, V>(batch: (reader: Reader, keys: readonly K[]) => Promise<V[]>, keyOf: (row: V) => K): LoaderOf<K, V[]> {
  return perRequest(async (reader, keys) => regroup(keys, await batch(reader, keys), keyOf));
}

function perRequest<K, V>(batch: (reader: Reader, keys: readonly K[]) => Promise<V[]>): LoaderOf<K, V> {
  const slot = Symbol();
  return (context) => loaderIn(context, slot, (keys) => batch(context.reader, keys));
}

/** The loader of this request under a name; made at its first use. */
export function loaderIn<K, V>(
  context: RequestContext,
  slot: symbol | string,
  batch: (keys: readonly K[]) => Promise<V[]>,
): DataLoader<K, V> {
  let loader = context.loaders.get(slot) as DataLoader<K, V> | undefined;
  if (!loader) {
    loader = new DataLoader<K, V>(batch, { maxBatchSize: 5_000 });
    context.loaders.set(slot, loader);
  }
  return loader;
}

/** Rows in the order of the keys that they belong to; a key without rows gives an empty list. */
export function regroup<K, V>(keys: readonly K[], rows: readonly V[], keyOf: (row: V) => K): V[][] {
  const byKey = new Map<K, V[]>(keys.map((key) => [key, []]));
  for (const row of rows) byKey.get(keyOf(row))?.push(row);
  return keys.map((key) => byKey.get(key)!);
}
