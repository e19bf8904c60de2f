import { createHash } from 'node:crypto';
import { canonicalJson } from '../../audit';

/** SHA-256 of a content as JSON with sorted keys: what an approval is bound to. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
}
