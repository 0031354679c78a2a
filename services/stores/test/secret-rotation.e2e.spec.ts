import { URI, type TOTP } from 'otpauth';
import { DataSource } from 'typeorm';
import type { Cipher } from '#libs/privacy';
import { serviceSecretsOf, type Settings } from '#libs/service';
import { asking, freshBaseUrl, movableClock, signIn, startForTest, TEST_ADMIN_PASSWORD } from '#libs/testing';
import { accountsKey } from '../src/account/derived-keys.query.js';
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

  it('is rotated step by step, and codes of an authenticator app stay good, whichever cipher seals', async () => {
    const clock = movableClock('2026-03-01T01:00:00.000Z');
    const under = (serviceSecret: string, cipher: Cipher) =>
      startForTest(StoresModule, {
        ...{
          databaseUrl: ofItsOwn,
          serviceSecret,
          cipher,
          clock,
          accessSource: undefined,
          logLevel: 'silent',
        },
      });
    const ofItsOwn = freshBaseUrl();
    let uri = '';
    const codeNow = (): string => {
      clock.advance(30_000);
      return (URI.parse(uri) as TOTP).generate({ timestamp: clock.now().getTime() });
    };
    const steps: [string, Cipher][] = [
      [old, 'aes-256-gcm'],
      [`${next},${old}`, 'chacha20-poly1305'],
      [next, 'aes-256-gcm'],
    ];
    for (const [step, cipher] of steps) {
      const stores = await under(step, cipher);
      if (step === old) {
        const admin = asking(stores.url, await signIn(stores.url, 'admin', TEST_ADMIN_PASSWORD));
        const { body } = await admin.post('/v1/staff/me/second-factor').expect(201);
        uri = body.otpauthUri;
        const confirmation = `/v1/staff/me/second-factor/${body.factorId}/confirmation`;
        await admin.post(confirmation).send({ code: codeNow() }).expect(200);
      }
      const signingIn = { login: 'admin', password: TEST_ADMIN_PASSWORD };
      await asking(stores.url).post('/v1/sessions').send(signingIn).expect(401);
      await asking(stores.url)
        .post('/v1/sessions')
        .send({ ...signingIn, code: codeNow() })
        .expect(201);
      const [row] = await stores.app
        .get(DataSource)
        .query<{ v: number }[]>("select (sealed->>'v')::int as v from login_index_key");
      expect([cipher, row!.v]).toEqual([cipher, step === old ? 1 : 2]); // anew with a new secret alone
      await stores.stop();
    }
  });

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
  });

  it('is refused when the database knows none that is given, or it is none', async () => {
    const stores = await startWith(next);
    const given = serviceSecretsOf({ serviceSecret: strange, dataFolder: 'nowhere' } as Settings);
    const refused = accountsKey(stores.app.get(DataSource), given);
    await expect(refused).rejects.toThrow('give the one before as well, behind a comma');
    await stores.stop();
    const nonsense = { serviceSecret: `${next},nonsense`, dataFolder: 'nowhere' } as Settings;
    expect(() => serviceSecretsOf(nonsense)).toThrow('must be 32 bytes in base64');
  });
});
