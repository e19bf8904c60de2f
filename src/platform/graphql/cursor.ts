import { createHmac, timingSafeEqual } from 'node:crypto';
import { badUserInput } from './safe-error';

export type CursorValue = string | number | null;

/** Signs and reads page cursors. A cursor holds the sort values of one row and is bound to its list and order. */
export class CursorCodec {
  constructor(private readonly secret: Uint8Array) {}

  encode(list: string, values: readonly CursorValue[]): string {
    const payload = Buffer.from(JSON.stringify(values), 'utf8');
    return Buffer.concat([this.sign(list, payload), payload]).toString('base64url');
  }

  /** BAD_USER_INPUT where the cursor is forged, damaged or of another list or order. */
  decode(list: string, cursor: string): CursorValue[] {
    const bytes = Buffer.from(cursor, 'base64url');
    const payload = bytes.subarray(signatureBytes);
    if (!isSpelledAs(cursor, bytes) || !timingSafeEqual(bytes.subarray(0, signatureBytes), this.sign(list, payload))) {
      throw badUserInput('This cursor does not belong to this list in this order. / 游标不属于此列表或此排序。');
    }
    return JSON.parse(payload.toString('utf8')) as CursorValue[];
  }

  private sign(list: string, payload: Buffer): Buffer {
    return createHmac('sha256', this.secret).update(list).update('\0').update(payload).digest().subarray(0, signatureBytes);
  }
}

const signatureBytes = 12;

/** Node's decoder skips what is not base64url: a cursor with anything added to it would pass. */
function isSpelledAs(cursor: string, bytes: Buffer): boolean {
  return bytes.length > signatureBytes && bytes.toString('base64url') === cursor;
}
