import { createHmac } from 'node:crypto';
import { stringify } from 'uuid';

/**
 * Ids in place of others: the same for the same, none for two, and nobody tells without the key which is whose. HMAC-SHA-256,
 * as a UUID of version 8 (RFC 9562).
 */
export const pseudonyms =
  (key: Uint8Array) =>
  (id: string): string => {
    const bytes = createHmac('sha256', key).update(id).digest().subarray(0, 16);
    bytes[6] = (bytes[6]! & 0x0f) | 0x80;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    return stringify(bytes);
  };
