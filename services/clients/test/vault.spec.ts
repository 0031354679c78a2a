import { randomBytes, randomUUID } from 'node:crypto';
import {
  localWrapping,
  open as openWith,
  openBytes,
  seal,
  sealBytes,
  Vault,
  type Envelope,
  type KeyRing,
  type Keys,
  type KeyWrapping,
} from '#libs/privacy';
import { openDatabase, type Database } from '#libs/service';
import { freshBaseUrl } from '#libs/testing';
import { KeyWrapping1700000000110 } from '../src/migrations/1700000000110-key-wrapping.js';
import { SubjectKey1700000000100 } from '../src/migrations/1700000000100-subject-key.js';

const wrapping = (): KeyWrapping => localWrapping(randomBytes(32));

/** A key management service: knows keys by name alone, and may go away after so many answers. */
const kms = (answers = Infinity): KeyWrapping & { answers: number } => {
  const inside = wrapping();
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    if ((service.answers -= 1) < 0) throw new Error('The service is away.');
    return work();
  };
  const service = {
    id: `kms:${randomUUID()}`,
    answers,
    wrap: (key: Uint8Array, name: string) =>
      asked(async () => ({ blob: JSON.stringify(await inside.wrap(key, name)) })),
    unwrap: (wrapped: Readonly<Record<string, unknown>>, name: string) =>
      asked(() => inside.unwrap(JSON.parse(wrapped['blob'] as string) as typeof wrapped, name)),
  };
  return service;
};

const place = { stream: 'client:her', type: 'ContactChanged', field: 'contact' };
const fields = { name: '王芳' };
const picture = Buffer.from('picture');
const openFields = (sealed: Envelope, keys: Keys): unknown => openWith(sealed, place, keys);
const photosOf = (vault: Vault): Promise<Keys> => vault.make('her', 'photos');

describe('the vault', () => {
  let database: Database;
  const open = (ring: KeyRing): Promise<Vault> => Vault.open(database.pool, ring);
  const keks = async (): Promise<string[]> => {
    const rows = await database.dataSource.query<{ kek: string }[]>(
      'select distinct kek from subject_key where wrapped is not null',
    );
    return rows.map(({ kek }) => kek);
  };

  beforeEach(async () => {
    database = await openDatabase(freshBaseUrl(), 'clients', {
      migrations: [SubjectKey1700000000100, KeyWrapping1700000000110],
    });
  });
  afterEach(() => database.dataSource.destroy());

  it('gives the keys of many for one purpose, and none of those who have none', async () => {
    const vault = await open({ current: wrapping() });
    const hers = await vault.make('her', 'health');
    await vault.make('her', 'contact');
    const found = await vault.findMany(['her', 'nobody'], 'health');
    expect([...found]).toEqual([['her', [{ version: 1, bytes: Buffer.from(hers[0].bytes) }]]]);
  });

  it('destroys all keys of a person for ever, and no one else’s', async () => {
    const vault = await open({ current: wrapping() });
    await Promise.all([
      vault.make('her', 'contact'),
      vault.make('her', 'photos'),
      vault.make('him', 'contact'),
    ]);
    expect(await vault.destroy('her')).toBe(2);
    expect(await vault.destroy('her')).toBe(0);
    expect(await vault.find('her', 'contact', 1)).toBeUndefined();
    expect((await vault.findMany(['her', 'him'], 'contact')).size).toBe(1);
    await expect(vault.make('her', 'health')).rejects.toMatchObject({ code: 'erased' });
  });

  it('replaces all keys of a person, and goes on opening what those before sealed', async () => {
    const vault = await open({ current: wrapping() });
    const [before] = await Promise.all([vault.make('her', 'contact'), vault.make('her', 'photos')]);
    const his = await vault.make('him', 'contact');
    const [old, oldPicture] = [seal(fields, place, before), sealBytes(picture, place, await photosOf(vault))];
    expect(await vault.replace('her', 2)).toBe(2);
    expect(await vault.replace('her', 2)).toBe(0);
    const keys = await vault.make('her', 'contact');
    expect(keys.map(({ version }) => version)).toEqual([2, 1]);
    expect(keys[0].bytes).not.toEqual(keys[1]!.bytes);
    const young = seal(fields, place, keys);
    expect(young.k).toBe(2);
    expect([openFields(old, keys), openFields(young, keys)]).toEqual([fields, fields]);
    const photos = await photosOf(vault);
    const youngPicture = sealBytes(picture, place, photos);
    expect([...youngPicture.subarray(0, 2)]).toEqual([1, 2]);
    expect(openBytes(oldPicture, place, photos)).toEqual(picture);
    expect(openBytes(youngPicture, place, photos)).toEqual(picture);
    expect(await vault.make('him', 'contact')).toEqual([{ ...his[0], bytes: Buffer.from(his[0].bytes) }]);
    expect((await vault.make('her', 'file'))[0].version).toBe(1);
    expect(await vault.replace('her', 3)).toBe(3);
  });

  it('makes one new version of each key when two replace them at once', async () => {
    const kek = wrapping();
    const vaults = await Promise.all([open({ current: kek }), open({ current: kek })]);
    await vaults[0].make('her', 'contact');
    await vaults[0].make('her', 'file');
    const made = await Promise.all([1, 2, 3, 4, 5].map((at) => vaults[at % 2]!.replace('her', 2)));
    expect(made.reduce((sum, one) => sum + one)).toBe(2);
    const [one, other] = await Promise.all(vaults.map((vault) => vault.make('her', 'contact')));
    expect(one).toEqual(other);
  });

  it('destroys every version, and whoever replaces them at that time makes none that stays', async () => {
    const vault = await open({ current: wrapping() });
    const subjects = Array.from({ length: 40 }, (_, at) => `she ${at}`);
    await Promise.all(subjects.map((subject) => vault.make(subject, 'contact')));
    for (const subject of subjects) await vault.replace(subject, 2);
    await Promise.all(
      subjects.flatMap((subject) => [
        vault.replace(subject, 3).catch((error: unknown) => expect(error).toMatchObject({ code: 'erased' })),
        vault.destroy(subject),
      ]),
    );
    expect(await vault.undestroyed([...subjects, 'never seen'])).toEqual(['never seen']);
    await expect(vault.replace('she 0', 4)).rejects.toMatchObject({ code: 'erased' });
    await expect(vault.make('she 0', 'contact')).rejects.toMatchObject({ code: 'erased' });
    expect(await vault.find('she 0', 'contact', 2)).toBeUndefined();
  });

  it('waits, when it destroys, for who is about to add a version, and destroys that too', async () => {
    const vault = await open({ current: wrapping() });
    await vault.make('her', 'contact');
    const adding = await database.pool.connect();
    await adding.query('begin');
    await adding.query("select from subject_key where subject = 'her' and version = 1 for update");
    const destroyed = vault.destroy('her');
    await adding.query(
      "insert into subject_key (subject, purpose, version, wrapped, kek) values ('her', 'contact', 2, '{}', 'k')",
    );
    await adding.query('commit');
    adding.release();
    await destroyed;
    expect(await vault.undestroyed(['her'])).toEqual([]);
  });

  it('gives the version after the one that was told to all who ask, but none that was left untold long ago', async () => {
    const vault = await open({ current: wrapping() });
    await vault.make('her', 'contact');
    expect(await vault.versionAfter('her', 1)).toBe(2);
    await vault.replace('her', 2);
    expect(await vault.versionAfter('her', 1)).toBe(2);
    expect(await vault.versionAfter('her', 2)).toBe(3);
    await database.dataSource.query("update subject_key set created_at = now() - interval '2 hours'");
    expect(await vault.versionAfter('her', 1)).toBe(3);
    expect(await vault.versionAfter('nobody', 1)).toBe(2);
  });

  it('refuses a version that sealed bytes could not name', async () => {
    const vault = await open({ current: wrapping() });
    await vault.make('her', 'contact');
    expect(await vault.replace('her', 255)).toBe(1);
    await expect(vault.replace('her', 256)).rejects.toMatchObject({ code: 'keys-used-up' });
  });

  it('wraps every version anew, and seals with the cipher that is current', async () => {
    const [before, after] = [wrapping(), localWrapping(randomBytes(32), 'chacha20-poly1305')];
    const old = await open({ current: before, next: [after] });
    const sealed = seal(fields, place, await old.make('her', 'contact'));
    await old.replace('her', 2);
    const young = await Vault.open(
      database.pool,
      { current: after, previous: [before] },
      'chacha20-poly1305',
    );
    while (await young.rewrap());
    expect(await keks()).toEqual([after.id]);
    const keys = await young.make('her', 'contact');
    expect(keys.map(({ version }) => version)).toEqual([2, 1]);
    expect(openFields(sealed, keys)).toEqual(fields);
    const now = seal(fields, place, keys);
    expect(now).toMatchObject({ v: 2, k: 2 });
    expect(openFields(now, await old.make('her', 'contact'))).toEqual(fields);
  });

  it('is rotated while processes with the key before and the key after both run', async () => {
    const [before, after] = [wrapping(), kms()];
    const old = await open({ current: before, next: [after] });
    const hers = await old.make('her', 'contact');
    const index = old.index('phone', '8613800138000');
    const young = await open({ current: after, previous: [before] });
    const his = await young.make('him', 'contact');
    expect((await old.find('him', 'contact', 1))!.bytes).toEqual(Buffer.from(his[0].bytes));
    expect(await young.rewrap()).toBe(false);
    expect(await keks()).toEqual([after.id]);
    expect((await old.find('her', 'contact', 1))!.bytes).toEqual(Buffer.from(hers[0].bytes));
    const alone = await open({ current: after });
    expect(alone.index('phone', '8613800138000')).toBe(index);
    await expect(open({ current: before })).rejects.toThrow('another key-encryption key');
  });

  it('goes on where a rotation was broken off, and leaves what was destroyed destroyed', async () => {
    const [before, after] = [wrapping(), kms()];
    const old = await open({ current: before, next: [after] });
    const subjects = Array.from({ length: 1_200 }, (_, at) => `she ${at}`);
    const keys = await Promise.all(subjects.map((subject) => old.make(subject, 'contact')));
    const broken = await open({ current: after, previous: [before] });
    after.answers = 700;
    expect(await broken.rewrap()).toBe(true);
    await expect(broken.rewrap()).rejects.toThrow('away');
    expect((await keks()).sort()).toEqual([before.id, after.id].sort());
    after.answers = Infinity;
    await old.destroy('she 7');
    const again = await open({ current: after, previous: [before] });
    while (await again.rewrap());
    expect(await keks()).toEqual([after.id]);
    const found = await again.findMany(subjects, 'contact');
    expect(found.size).toBe(1_199);
    expect(found.get('she 1199')![0].bytes).toEqual(Buffer.from(keys[1_199]![0].bytes));
  });

  it('finds phones by the same index as before there was a key for it in the table', async () => {
    const kek = wrapping();
    const vault = await open({ current: kek });
    await database.dataSource.query("delete from subject_key where purpose = 'blind index'");
    await database.dataSource.query("update subject_key set kek = ''");
    const [one, other] = await Promise.all([open({ current: kek }), open({ current: kek })]);
    expect(one.index('phone', '1')).toBe(other.index('phone', '1'));
    expect(one.index('phone', '1')).not.toBe(vault.index('phone', '1'));
    await database.dataSource.query("delete from subject_key where purpose = 'blind index'");
    const rotated = await open({ current: kms(), previous: [kek] });
    expect(rotated.index('phone', '1')).toBe(one.index('phone', '1'));
  });
});
