import { DataSource } from 'typeorm';
import { serviceSecretsOf, type Settings } from '#libs/service';
import { asking, freshBaseUrl, signIn, startForTest, TEST_ADMIN_PASSWORD } from '#libs/testing';
import { loginIndexKey } from '../src/account/derived-keys.query.js';
import { StoresModule } from '../src/stores.module.js';

const secretOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64');

describe('the secret that services share', () => {
  const databaseUrl = freshBaseUrl();
  const [old, next, strange] = [secretOf(1), secretOf(2), secretOf(3)];
  const startWith = (serviceSecret: string) =>
    startForTest(StoresModule, { databaseUrl, serviceSecret, accessSource: undefined, logLevel: 'silent' });
  const her = {
    ...{ name: '李娜', login: 'li.na', password: 'four words one smile' },
    ...{ role: 'therapist', post: 'therapist', storeIds: ['sh-01'] },
  };

  it('is rotated step by step: tokens stay good, people go on signing in, and a login has one holder', async () => {
    let token: string | undefined;
    for (const step of [old, `${old},${next}`, `${next}, ${old}`, next]) {
      const stores = await startWith(step);
      token ??= await signIn(stores.url, 'admin', TEST_ADMIN_PASSWORD);
      const hired = await asking(stores.url, token).post('/v1/staff').send(her);
      expect([step, hired.status]).toEqual([step, step === old ? 201 : 409]);
      const hers = await signIn(stores.url, her.login, her.password);
      await asking(stores.url, hers).get('/v1/sessions/current').expect(200);
      await stores.stop();
    }
  }, 60_000);

  it('is refused when the database knows none that is given, or it is none', async () => {
    const stores = await startWith(next);
    const given = serviceSecretsOf({ serviceSecret: strange, dataFolder: 'nowhere' } as Settings);
    const refused = loginIndexKey(stores.app.get(DataSource), given);
    await expect(refused).rejects.toThrow('give the one before as well, behind a comma');
    await stores.stop();
    const nonsense = { serviceSecret: `${next},nonsense`, dataFolder: 'nowhere' } as Settings;
    expect(() => serviceSecretsOf(nonsense)).toThrow('must be 32 bytes in base64');
  }, 60_000);
});
