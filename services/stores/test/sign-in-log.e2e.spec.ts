import { pino } from 'pino';
import { DataSource } from 'typeorm';
import { readSettings, start, type StartedService } from '#libs/service';
import { asking, freshBaseUrl, TEST_ADMIN_PASSWORD, TEST_SERVICE_SECRET } from '#libs/testing';
import { StoresModule } from '../src/stores.module.js';

describe('every try to sign in', () => {
  let written = '';
  let stores: StartedService;
  beforeAll(async () => {
    process.env['LIREN_ADMIN_PASSWORD'] ??= TEST_ADMIN_PASSWORD;
    const settings = readSettings({ DATABASE_URL: freshBaseUrl(), LOG_LEVEL: 'info' });
    const logger = pino({ level: 'info', name: 'stores' }, { write: (line) => (written += line) });
    stores = await start(StoresModule, { ...settings, serviceSecret: TEST_SERVICE_SECRET }, logger);
  });
  beforeEach(() => (written = ''));
  afterAll(() => stores.stop());

  const tries = async (login: string, password: string): Promise<number> =>
    (await asking(stores.url).post('/v1/sessions').send({ login, password })).status;
  const facts = async (): Promise<string[]> => {
    const rows = await stores.app
      .get(DataSource)
      .query<{ type: string }[]>(
        `select type from event where type in ('SignedIn', 'SignInFailed') order by position`,
      );
    return rows.map(({ type }) => type);
  };

  it('is a fact of the account where it succeeds, and where the password is wrong', async () => {
    expect(await tries('admin', TEST_ADMIN_PASSWORD)).toBe(201);
    expect(await tries('admin', 'wrong')).toBe(401);
    expect(await facts()).toEqual(['SignedIn', 'SignInFailed']);
  });

  it('is a line of the log where it fails, also for a login nobody has and a locked account', async () => {
    expect(await tries('nobody-at-all', 'secret of hers')).toBe(401);
    for (let at = 0; at < 5; at += 1) await tries('admin', 'wrong');
    expect(await tries('admin', TEST_ADMIN_PASSWORD)).toBe(401); // locked
    const lines = written
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string; status: number });
    const refused = lines.filter(({ msg, status }) => msg === 'POST /v1/sessions' && status === 401);
    expect(refused).toHaveLength(7);
    for (const secret of ['nobody-at-all', 'secret of hers', TEST_ADMIN_PASSWORD])
      expect(written).not.toContain(secret);
  });
});
