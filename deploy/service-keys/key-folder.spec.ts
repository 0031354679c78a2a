import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readServiceKeys, ServiceTokens } from '#libs/access';
import { forgetOlderKeys, LIST, makeFirstKeys, makeNextKeys } from './key-folder.js';

describe('the folder of services’ keys', () => {
  const services = ['stores', 'visits'];
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'liren-keys-')), 'keys');
    makeFirstKeys(folder, services);
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const tokensOf = (name: string): ServiceTokens =>
    new ServiceTokens(
      readServiceKeys({ LIREN_SERVICE_KEY: read(`${name}.jwk`), LIREN_SERVICE_KEYS: read(LIST) })!,
      name,
    );
  const inUse = (name: string) => renameSync(join(folder, `${name}.next.jwk`), join(folder, `${name}.jwk`));
  const kids = () => (JSON.parse(read(LIST)) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);

  it('has a private key for each, which its owner alone may read, and a list by which all are believed', async () => {
    expect(kids()).toEqual(services);
    expect(read(LIST)).not.toContain('"d"');
    for (const name of services) expect(statSync(join(folder, `${name}.jwk`)).mode & 0o777).toBe(0o600);
    const told = await tokensOf('stores').verify(await tokensOf('visits').token());
    expect(told.subject).toBe('service:visits');
  });

  it('stays as it is when it is made again, and has a key for a service that is new', () => {
    const [list, key] = [read(LIST), read('stores.jwk')];
    expect(makeFirstKeys(folder, services)).toEqual([]);
    expect([read(LIST), read('stores.jwk')]).toEqual([list, key]);
    expect(makeFirstKeys(folder, [...services, 'imports'])).toEqual(['imports.jwk']);
    expect(kids()).toEqual([...services, 'imports']);
  });

  it('is rotated, each believing the other at every step', async () => {
    let before = tokensOf('stores');
    const believed = async (step: () => unknown) => {
      step();
      const after = tokensOf('stores');
      for (const [from, to] of [
        [before, after],
        [after, before],
      ] as const)
        expect((await to.verify(await from.token())).subject).toBe('service:stores');
      before = after;
    };
    await believed(() => expect(makeNextKeys(folder, ['stores'])).toEqual(['stores.next.jwk']));
    await believed(() => expect(makeNextKeys(folder, ['stores'])).toEqual([])); // asked twice
    expect(kids()).toEqual([...services, 'stores']);
    expect(statSync(join(folder, 'stores.next.jwk')).mode & 0o777).toBe(0o600);
    await believed(() => inUse('stores'));
    await believed(() => expect(forgetOlderKeys(folder, services)).toEqual(['stores']));
    expect(kids()).toEqual(['visits', 'stores']);
    expect(forgetOlderKeys(folder, services)).toEqual([]);
  });

  it('forgets no key while the next one is not in use', () => {
    makeNextKeys(folder, services);
    inUse('visits');
    const list = read(LIST);
    expect(() => forgetOlderKeys(folder, services)).toThrow('stores.next.jwk: not in use yet');
    expect(read(LIST)).toBe(list);
  });

  it('takes up what a run that broke off has left', async () => {
    const key = read('stores.jwk');
    rmSync(join(folder, LIST)); // keys were written, the list was not
    expect(makeFirstKeys(folder, services)).toEqual(['stores.jwk', 'visits.jwk']);
    expect(read('stores.jwk')).toBe(key);
    expect(kids()).toEqual(services);
    writeFileSync(join(folder, 'imports.jwk'), key.slice(0, 20));
    expect(() => makeFirstKeys(folder, ['imports'])).toThrow('imports.jwk is no private key: move it away');
  });

  it('has no next key for a service without a first', () => {
    expect(() => makeNextKeys(folder, ['imports'])).toThrow('has no key of imports: leave --next out');
  });
});
