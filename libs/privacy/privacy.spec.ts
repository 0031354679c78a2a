import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  FORMATS,
  keyEncryptionKey,
  localWrapping,
  open,
  openBytes,
  seal,
  sealBytes,
  withNewestKeys,
  type Envelope,
  type Key,
  type Keys,
} from './index.js';

const keys: Keys = [{ version: 1, bytes: Buffer.alloc(32, 1) }];
const others: Keys = [{ version: 1, bytes: Buffer.alloc(32, 2) }];
const place = { stream: 'client:1', type: 'ClientRegistered', field: 'contact' };
const her = { name: '王芳', phone: '138 0013 8000' };
const newestFirst = (one: Key, other: Key): number => other.version - one.version;
const NOT_AT_ALL = ['not at all', 'not at all'];
const envelope = seal(her, place, keys);
const changed = (text: string): string => {
  const bytes = Buffer.from(text, 'base64');
  bytes[0]! ^= 1;
  return bytes.toString('base64');
};

describe('sealed fields', () => {
  it('open with their key, in their place', () => {
    expect(envelope).toMatchObject({ v: 1, k: 1 });
    expect(open(envelope, place, keys)).toEqual(her);
  });

  it('look different each time', () => {
    expect(seal(her, place, keys).ct).not.toBe(envelope.ct);
  });

  it('read as erased without their key', () => {
    expect(open(envelope, place, undefined)).toBe('erased');
  });

  it.each([
    ['a ciphertext that was changed', { ...envelope, ct: changed(envelope.ct) }],
    ['another initialisation vector', { ...envelope, iv: changed(envelope.iv) }],
    ['a ciphertext cut short', { ...envelope, ct: envelope.ct.slice(0, 24) }],
  ])('do not open with %s', (_what, tampered: Envelope) => {
    expect(() => open(tampered, place, keys)).toThrow();
  });

  it.each(['stream', 'type', 'field'])('do not open in another %s, nor with another key', (part) => {
    expect(() => open(envelope, { ...place, [part]: 'other' }, keys)).toThrow();
    expect(() => open(envelope, place, others)).toThrow();
  });
});

describe('sealed bytes', () => {
  const bytes = Buffer.from([0, 255, 1, 254, 0]);
  const sealed = sealBytes(bytes, place, keys);

  it('open with their key, in their place, and read as erased without it', () => {
    expect(openBytes(sealed, place, keys)).toEqual(bytes);
    expect(openBytes(sealed, place, undefined)).toBe('erased');
    expect(sealBytes(bytes, place, keys)).not.toEqual(sealed);
  });

  it('open nowhere else, with no other key, and not when any of them was changed', () => {
    expect(() => openBytes(sealed, { ...place, field: 'other' }, keys)).toThrow();
    expect(() => openBytes(sealed, place, others)).toThrow();
    expect(() => openBytes(sealed.subarray(0, -1), place, keys)).toThrow();
    for (let at = 0; at < sealed.length; at += 1) {
      const tampered = Buffer.from(sealed);
      tampered[at]! ^= 1;
      expect(() => openBytes(tampered, place, keys)).toThrow();
    }
  });
});

describe('formats and versions', () => {
  const ciphers = Object.values(FORMATS);
  const sealedBefore: Envelope = {
    v: 1,
    k: 1,
    iv: 'u9GiQfmpVNLPzgD3',
    ct: 'sNaRht/bahEHw/yah5BhnNk3rZLx1yARxaCXzVAoxjoLAFt/uypM9lqcq7vAx40cubKcxkvNb0Da',
  };
  const opens = (sealed: Envelope, at: typeof place, by: Keys): unknown => {
    try {
      return open(sealed, at, by);
    } catch {
      return 'not at all';
    }
  };
  const opensBytes = (sealed: Buffer, at: typeof place, by: Keys): unknown => {
    try {
      return openBytes(sealed, at, by);
    } catch {
      return 'not at all';
    }
  };

  it.each(ciphers)(
    'opens with a key that seals with %s what was sealed before there was a choice',
    (cipher) => {
      expect(open(sealedBefore, place, [{ ...keys[0], cipher }])).toEqual(her);
      const bytes = Buffer.from('AQGslqNFi+T/bmoMPgrGgCe4KQia26yso8F7nb73fG82z+sf', 'base64');
      expect(openBytes(bytes, place, [{ ...keys[0], cipher }])).toEqual(Buffer.from(her.name));
    },
  );

  it('seals with the cipher that is current, fields and pictures, side by side with those before', () => {
    const current: Keys = [{ ...keys[0], cipher: 'chacha20-poly1305' }];
    const [fields, bytes] = [seal(her, place, current), sealBytes(Buffer.from('picture'), place, current)];
    expect([envelope.v, fields.v, bytes[0]]).toEqual([1, 2, 2]);
    for (const either of [keys, current]) {
      expect([open(envelope, place, either), open(fields, place, either)]).toEqual([her, her]);
      expect(openBytes(bytes, place, either)).toEqual(Buffer.from('picture'));
      expect(openBytes(sealBytes(Buffer.from('old'), place, keys), place, either)).toEqual(
        Buffer.from('old'),
      );
    }
  });

  it('says of a format that it does not know what to do', () => {
    const said =
      /format 3, of which this version of Liren knows nothing \(it knows 1, 2\): start one that does/;
    expect(() => open({ ...envelope, v: 3 }, place, keys)).toThrow(said);
    expect(() => openBytes(Buffer.from([3, 1, 0, 0]), place, keys)).toThrow(said);
    expect(() => openBytes(Buffer.of(), place, keys)).toThrow();
  });

  it('refuses what a newer version sealed than those at hand', () => {
    const replaced: Keys = [{ version: 2, bytes: Buffer.alloc(32, 2) }, ...keys];
    const refused = expect.objectContaining({ code: 'key-replaced', context: { version: 2 } });
    expect(() => open(seal(her, place, replaced), place, keys)).toThrow(refused);
    expect(() => openBytes(sealBytes(Buffer.of(1), place, replaced), place, keys)).toThrow(refused);
  });

  it('begins again with the newest keys where they were replaced after they were had', async () => {
    const replaced: Keys = [{ version: 2, bytes: Buffer.alloc(32, 2) }, ...keys];
    const [sealed, had] = [seal(her, place, replaced), [keys, keys, replaced]];
    const opened = withNewestKeys(() => Promise.resolve().then(() => open(sealed, place, had.shift())));
    expect(await opened).toEqual(her);
    expect(had).toEqual([]);
    const never = withNewestKeys(() => Promise.resolve().then(() => open(sealed, place, keys)));
    await expect(never).rejects.toMatchObject({ code: 'key-replaced' });
    const moved = { ...place, field: 'other' };
    await expect(
      withNewestKeys(async () => Promise.resolve(open(sealed, moved, replaced))),
    ).rejects.toThrow();
  });

  it('open again in any mix of them, and never in another place, by another key or as another format', () => {
    const cipher = fc.constantFrom(...ciphers);
    const hers = fc
      .uniqueArray(fc.record({ version: fc.integer({ min: 1, max: 255 }), cipher }), {
        selector: ({ version }) => version,
        minLength: 1,
        maxLength: 5,
      })
      .map((all) =>
        all.map((one): Key => ({ ...one, bytes: Buffer.alloc(32, one.version) })).toSorted(newestFirst),
      );
    const where = fc.record({ stream: fc.string(), type: fc.string(), field: fc.string() });
    const fields = fc.dictionary(fc.string(), fc.string());
    const content = fc.record({ fields, bytes: fc.uint8Array() });
    fc.assert(
      fc.property(hers, fc.nat(), cipher, where, where, content, (all, at, now, here, there, said) => {
        const by = all[at % all.length]!;
        const [sealed, sealedBytes] = [seal(said.fields, here, [by]), sealBytes(said.bytes, here, [by])];
        const today = all.map((one) => ({ ...one, cipher: now })) as unknown as Keys;
        expect(open(sealed, here, today)).toEqual(JSON.parse(JSON.stringify(said.fields)));
        expect(openBytes(sealedBytes, here, today)).toEqual(Buffer.from(said.bytes));
        const isElsewhere = Object.values(here).join('|') !== Object.values(there).join('|');
        const forged = today.map((one) => ({
          ...one,
          bytes: Buffer.alloc(32, 'of another'),
        })) as unknown as Keys;
        const format = 3 - sealed.v;
        const wrong: [Envelope, Buffer, typeof here, Keys][] = [
          ...(isElsewhere
            ? [[sealed, sealedBytes, there, today] as [Envelope, Buffer, typeof here, Keys]]
            : []),
          [sealed, sealedBytes, here, forged],
          [
            { ...sealed, v: format },
            Buffer.concat([Buffer.of(format), sealedBytes.subarray(1)]),
            here,
            today,
          ],
          ...all
            .filter(({ version }) => version !== by.version)
            .map(({ version }): [Envelope, Buffer, typeof here, Keys] => [
              { ...sealed, k: version },
              Buffer.concat([Buffer.of(sealed.v, version), sealedBytes.subarray(2)]),
              here,
              today,
            ]),
        ];
        for (const [one, bytes, place, keys] of wrong)
          expect([opens(one, place, keys), opensBytes(bytes, place, keys)]).toEqual(NOT_AT_ALL);
      }),
    );
  });

  it('wraps keys likewise', async () => {
    const kek = Buffer.alloc(32, 7);
    const [before, now] = [localWrapping(kek), localWrapping(kek, 'chacha20-poly1305')];
    const [old, young] = [await before.wrap(keys[0].bytes, 'hers'), await now.wrap(keys[0].bytes, 'hers')];
    expect([old['v'], young['v'], now.id]).toEqual([1, 2, before.id]);
    for (const either of [before, now])
      expect([await either.unwrap(old, 'hers'), await either.unwrap(young, 'hers')]).toEqual([
        keys[0].bytes,
        keys[0].bytes,
      ]);
    await expect(now.unwrap(young, 'his')).rejects.toThrow();
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
