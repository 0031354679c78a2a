import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyEncryptionKey, open, openBytes, seal, sealBytes, type Envelope } from './index.js';

const key = { version: 1, bytes: Buffer.alloc(32, 1) };
const place = { stream: 'client:1', type: 'ClientRegistered', field: 'contact' };
const her = { name: '王芳', phone: '138 0013 8000' };
const envelope = seal(her, place, key);
const changed = (text: string): string => {
  const bytes = Buffer.from(text, 'base64');
  bytes[0]! ^= 1;
  return bytes.toString('base64');
};

describe('sealed fields', () => {
  it('open with their key, in their place', () => {
    expect(envelope).toMatchObject({ v: 1, k: 1 });
    expect(open(envelope, place, key)).toEqual(her);
  });

  it('look different each time', () => {
    expect(seal(her, place, key).ct).not.toBe(envelope.ct);
  });

  it('read as erased without their key', () => {
    expect(open(envelope, place, undefined)).toBe('erased');
  });

  it.each([
    ['a ciphertext that was changed', { ...envelope, ct: changed(envelope.ct) }],
    ['another initialisation vector', { ...envelope, iv: changed(envelope.iv) }],
    ['a ciphertext cut short', { ...envelope, ct: envelope.ct.slice(0, 24) }],
  ])('do not open with %s', (_what, tampered: Envelope) => {
    expect(() => open(tampered, place, key)).toThrow();
  });

  it.each(['stream', 'type', 'field'])('do not open in another %s, nor with another key', (part) => {
    expect(() => open(envelope, { ...place, [part]: 'other' }, key)).toThrow();
    expect(() => open(envelope, place, { version: 1, bytes: Buffer.alloc(32, 2) })).toThrow();
  });
});

describe('sealed bytes', () => {
  const bytes = Buffer.from([0, 255, 1, 254, 0]);
  const sealed = sealBytes(bytes, place, key);

  it('open with their key, in their place, and read as erased without it', () => {
    expect(openBytes(sealed, place, key)).toEqual(bytes);
    expect(openBytes(sealed, place, undefined)).toBe('erased');
    expect(sealBytes(bytes, place, key)).not.toEqual(sealed);
  });

  it('open nowhere else, with no other key, and not when any of them was changed', () => {
    expect(() => openBytes(sealed, { ...place, field: 'other' }, key)).toThrow();
    expect(() => openBytes(sealed, place, { version: 1, bytes: Buffer.alloc(32, 2) })).toThrow();
    expect(() => openBytes(sealed.subarray(0, -1), place, key)).toThrow();
    for (let at = 2; at < sealed.length; at += 1) {
      const tampered = Buffer.from(sealed);
      tampered[at]! ^= 1;
      expect(() => openBytes(tampered, place, key)).toThrow();
    }
  });
});

describe('the key-encryption key', () => {
  it('is made at the first start, for its owner alone, and stays; a given one comes first', () => {
    const folder = mkdtempSync(join(tmpdir(), 'liren-kek-'));
    const first = keyEncryptionKey(undefined, folder);
    expect(statSync(join(folder, 'kek')).mode & 0o777).toBe(0o600);
    expect(keyEncryptionKey(undefined, folder)).toEqual(first);
    expect(keyEncryptionKey(Buffer.alloc(32, 3).toString('base64'), folder)).toEqual(Buffer.alloc(32, 3));
    expect(() => keyEncryptionKey('c2hvcnQ=', folder)).toThrow('32 bytes');
    rmSync(folder, { recursive: true });
  });
});
