import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceTokens, sharedSecrets } from '#libs/access';
import { readSettings } from '#libs/service';
import {
  asking,
  eventually,
  freshBaseUrl,
  signIn,
  startForTest,
  TEST_ADMIN_PASSWORD,
  TEST_SERVICE_SECRET,
  type TestedService,
} from '#libs/testing';
import { readOptions } from '../../deploy/all-in-one/options.js';
import { LIST, makeFirstKeys } from '../../deploy/service-keys/key-folder.js';
import { StoresModule } from '../../services/stores/src/stores.module.js';
import { VisitsModule } from '../../services/visits/src/visits.module.js';

describe('services that have a key each', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-keys-'));
  const databaseUrl = freshBaseUrl();
  let stores: TestedService;
  let visits: TestedService;

  /** As its environment says it. */
  const keysOf = (service: string) => {
    const { serviceKeys } = readSettings({
      DATABASE_URL: databaseUrl,
      LIREN_SERVICE_KEY_FILE: join(folder, `${service}.jwk`),
      LIREN_SERVICE_KEYS_FILE: join(folder, LIST),
    });
    return { databaseUrl, serviceKeys, accessSource: undefined, dataFolder: join(folder, service) };
  };

  beforeAll(async () => {
    makeFirstKeys(folder, ['stores', 'visits']);
    stores = await startForTest(StoresModule, keysOf('stores'));
    const withoutSecret = { ...keysOf('visits'), serviceSecret: undefined, storesUrl: stores.url };
    visits = await startForTest(VisitsModule, withoutSecret);
  });
  afterAll(async () => {
    await visits?.stop();
    await stores?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('know each other by them, and need no secret that they share, but for stores', async () => {
    const token = await signIn(stores.url, 'admin', TEST_ADMIN_PASSWORD);
    // Whose token it is, visits knows by asking stores, which knows visits by its key.
    await eventually(async () => {
      await asking(visits.url, token).get('/operations/views').expect(200);
    });
    expect(existsSync(join(folder, 'visits', 'service-secret'))).toBe(false); // nor did it make up one
  });

  it('take each other’s tokens, and none by a secret', async () => {
    const ofVisits = new ServiceTokens(keysOf('visits').serviceKeys!, 'visits');
    await asking(stores.url, await ofVisits.token())
      .get('/v1/access')
      .expect(200);
    const secret = Buffer.from(TEST_SERVICE_SECRET, 'base64');
    const bySecret = await new ServiceTokens(sharedSecrets([secret]), 'visits').token();
    await asking(stores.url, bySecret).get('/v1/access').expect(401);
    await asking(visits.url, bySecret).get('/operations/views').expect(401);
  });

  it('are processes of their own', () => {
    for (const name of ['LIREN_SERVICE_KEY', 'LIREN_SERVICE_KEYS_FILE'])
      expect(() => readOptions([], { [name]: 'x' })).toThrow('for services that run each on their own');
  });
});
