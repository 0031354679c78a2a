import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { validate, version } from 'uuid';
import { KEY_BYTES } from './key-file.js';
import { pseudonyms } from './pseudonyms.js';

describe('ids in place of others', () => {
  const [one, other] = [pseudonyms(randomBytes(KEY_BYTES)), pseudonyms(randomBytes(KEY_BYTES))];

  it('are the same for the same id, others for another id and with another key, and well-formed', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (id, another) => {
        fc.pre(id !== another);
        expect(one(id)).toBe(one(id));
        expect(new Set([id, one(id), other(id), one(another)]).size).toBe(4);
        expect([validate(one(id)), version(one(id))]).toEqual([true, 8]);
      }),
    );
  });

  it('are never changed: what was counted by them stays counted', () => {
    const known = pseudonyms(new Uint8Array(KEY_BYTES).fill(7));
    expect(known('01900000-0000-7000-8000-00000000000c')).toBe('a795f39c-8bc7-88c0-a598-51967d58cca6');
  });
});
