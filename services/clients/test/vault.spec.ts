import { randomBytes, randomUUID } from 'node:crypto';
import { localWrapping, Vault, type KeyRing, type KeyWrapping } from '#libs/privacy';
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
    expect([...found]).toEqual([['her', { version: 1, bytes: Buffer.from(hers.bytes) }]]);
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

  it('is rotated while processes with the key before and the key after both run', async () => {
    const [before, after] = [wrapping(), kms()];
    const old = await open({ current: before, next: [after] });
    const hers = await old.make('her', 'contact');
    const index = old.index('phone', '8613800138000');
    const young = await open({ current: after, previous: [before] });
    const his = await young.make('him', 'contact');
    expect((await old.find('him', 'contact', 1))!.bytes).toEqual(Buffer.from(his.bytes));
    expect(await young.rewrap()).toBe(false);
    expect(await keks()).toEqual([after.id]);
    expect((await old.find('her', 'contact', 1))!.bytes).toEqual(Buffer.from(hers.bytes));
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
    expect(found.get('she 1199')!.bytes).toEqual(Buffer.from(keys[1_199]!.bytes));
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
