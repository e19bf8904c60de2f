import { createHmac } from 'node:crypto';

/** `sha256=` and the HMAC-SHA-256, in hex, of the timestamp, a dot and the body: the receiver reckons the same with its secret. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}
