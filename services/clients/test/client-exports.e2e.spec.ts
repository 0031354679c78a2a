import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, movableClock, startForTest, type TestedService } from '#libs/testing';
import { ExportedFilesQuery } from '../src/client-export/exported-files.query.js';
import { ClientsModule } from '../src/clients.module.js';

const SOMEBODY = '0190a000-0000-7000-8000-0000000000aa';

describe('taking client files out, from outside', () => {
  const clock = movableClock('2026-03-01T02:00:00.000Z');
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-exports-'));
  let clients: TestedService;
  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { dataFolder, clock });
    const people = [
      { storeId: 'sh-01', name: '王芳', phone: '+86 138 0000 0001', memberNumber: 'vip-1' },
      { storeId: 'sh-01', name: '=HYPERLINK("http://x")', phone: '13800000002' },
      { storeId: 'bj-01', name: '李娜', phone: '13800000003' },
    ];
    for (const person of people) await clients.http.post('/v1/clients').send(person).expect(201);
  });
  afterAll(async () => {
    await clients.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const take = (body: object, key = '') =>
    clients.http
      .post('/v1/client-exports')
      .set('idempotency-key', key)
      .send({ format: 'csv', reason: 'backup', ...body });
  const list = async () => (await clients.http.get('/v1/client-exports').expect(200)).body.items as object[];

  it('answers a spreadsheet, of one store or of all', async () => {
    const { text, headers } = await take({ storeId: 'sh-01' }).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(/^attachment; filename="clients-[\w-]+\.csv"$/),
    });
    const [header, ...rows] = text.replace('\ufeff', '').trim().split('\r\n');
    expect(header).toBe('clientId,storeId,status,since,name,phone,memberNumber,email');
    expect(rows.map((row) => row.split(',').slice(4)).sort()).toEqual([
      ['"\'=HYPERLINK(""http://x"")"', '13800000002', '', ''],
      ['王芳', "'+86 138 0000 0001", 'vip-1', ''],
    ]);
    expect((await take({}).expect(200)).text).toContain('李娜');
  });

  it('has sections of files only where they are asked for, and tells which left', async () => {
    const person = { storeId: 'gz-01', name: '陈静' };
    const { clientId } = (await clients.http.post('/v1/clients').send(person).expect(201)).body;
    const fields = { likes: ['rose; lily', 'tea'], taboos: ['=1+1'] };
    await clients.http.put(`/v1/clients/${clientId}/file/preferences`).send(fields).expect(200);
    const sections = ['preferences', 'acquisition'];
    const { text } = await take({ storeId: 'gz-01', sections }).expect(200);
    const [header, row] = text.trim().split('\r\n');
    expect(header).toMatch(/,email,preferences\.spendingPreference,.*,acquisition\.entry$/);
    expect(row).toMatch(/,陈静,,,,,,rose\\; lily; tea,'=1\+1,,,$/);
    expect((await take({ storeId: 'gz-01' }).expect(200)).text).not.toContain('rose');
    await eventually(async () => expect(await list()).toContainEqual(expect.objectContaining({ sections })));
    for (const unknown of [['health'], ['consents'], ['person', 'person'], 'person'])
      await take({ sections: unknown }).expect(400);
  });

  it('answers a workbook', async () => {
    const { body, headers } = await take({ format: 'xlsx' }).responseType('blob').expect(200);
    expect(headers['content-type']).toContain('spreadsheetml');
    expect((body as Buffer).subarray(0, 2).toString()).toBe('PK');
  });

  it('records who took what, when and why, once however often it is asked', async () => {
    clock.advance(1_000); // the newest
    await clients.settled(); // with what was taken before
    const before = (await list()).length;
    const asked = { storeId: 'bj-01', reason: 'inspection', reference: 'letter 7' };
    const [one, again] = [await take(asked, 'a-key').expect(200), await take(asked, 'a-key').expect(200)];
    expect(again.text).toBe(one.text);
    await clients.settled();
    expect(await list()).toHaveLength(before + 1);
    expect((await list())[0]).toMatchObject({
      ...asked,
      exportedAt: '2026-03-01T02:00:01.000Z',
      format: 'csv',
      rows: 1,
    });
    clock.advance(2 * 3_600_000);
    const { body } = await take(asked, 'a-key').expect(409);
    expect(body).toMatchObject({ code: 'export-over' });
  });

  it.each(['therapist', 'front-desk', 'consultant', 'hq-analyst', 'finance'] as const)(
    'is not for the role %s',
    async (role) => {
      const asker = await clients.as({ role, stores: ['sh-01'] });
      const body = { storeId: 'sh-01', format: 'csv', reason: 'backup' };
      expect((await asker.post('/v1/client-exports').send(body)).status).toBe(403);
    },
  );

  it('is of a manager’s own stores', async () => {
    const manager = await clients.as({ role: 'store-manager', stores: ['sh-01'] });
    const asked = (storeId: string) =>
      manager.post('/v1/client-exports').send({ storeId, format: 'csv', reason: 'backup' });
    expect((await asked('bj-01').expect(403)).body).toMatchObject({ code: 'other-store' });
    await asked('sh-01').expect(200);
  });

  it('tells each client who took hers out', async () => {
    const manager = await clients.as({ role: 'store-manager', stores: ['bj-01'], subject: SOMEBODY });
    const { text } = await manager
      .post('/v1/client-exports')
      .send({ format: 'csv', reason: 'hand-over' })
      .expect(200);
    const [, row] = text.trim().split('\r\n');
    const [clientId] = row!.split(',');
    expect(text).not.toContain('王芳'); // who is of another store
    await eventually(async () => {
      const { body } = await clients.http.get(`/v1/clients/${clientId}/access-log`).expect(200);
      expect((body as { items: object[] }).items).toContainEqual(
        expect.objectContaining({ what: 'export', role: 'store-manager' }),
      );
    });
  });

  it('wants to know why, in a word of its own', async () => {
    const { body } = await take({ reason: 'curiosity' }).expect(400);
    expect(body).toMatchObject({ errors: [{ field: 'reason' }] });
  });
});

describe('files that leave for what clients must consent to, from outside', () => {
  const clock = movableClock('2026-03-01T02:00:00.000Z');
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-disclosures-'));
  let clients: TestedService;
  const purposes = ['third-party', 'marketing-calls', 'marketing-messages'] as const;
  type Purpose = (typeof purposes)[number];
  const subsets = purposes.reduce<Purpose[][]>(
    (before, purpose) => [...before, ...before.map((some) => [...some, purpose])],
    [[]],
  );
  /** Ids of those who consent to exactly this. */
  const consenting = new Map<string, readonly Purpose[]>();

  const register = async (name = '王芳'): Promise<string> =>
    (await clients.http.post('/v1/clients').send({ storeId: 'sh-01', name }).expect(201)).body.clientId;
  const give = (clientId: string, purpose: Purpose) =>
    clients.http
      .post(`/v1/clients/${clientId}/consents`)
      .send({ purpose, textVersion: `${purpose}-1`, channel: 'paper' })
      .expect(201);
  const withdraw = (clientId: string, purpose: Purpose) =>
    clients.http
      .post(`/v1/clients/${clientId}/consents/${purpose}/withdrawal`)
      .send({ channel: 'phone' })
      .expect(201);
  const take = (body: object, key = '') =>
    clients.http
      .post('/v1/client-exports')
      .set('idempotency-key', key)
      .send({ storeId: 'sh-01', format: 'csv', reason: 'hand-over', ...body });
  const taken = async (body: object): Promise<string[]> => {
    const { text } = await take(body).expect(200);
    const rows = text.trim().split('\r\n').slice(1);
    return rows.map((row) => row.split(',')[0]!);
  };
  const accessLog = async (clientId: string) =>
    (await clients.http.get(`/v1/clients/${clientId}/access-log`).expect(200)).body.items as object[];

  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { dataFolder, clock });
    for (const some of subsets) {
      const clientId = await register();
      for (const purpose of some) await give(clientId, purpose);
      consenting.set(clientId, some);
    }
  });
  afterAll(async () => {
    await clients.stop();
    rmSync(dataFolder, { recursive: true });
  });

  it.each(
    ['administration', 'marketing-calls', 'marketing-messages'].flatMap((purpose) =>
      ['Courier Ltd', undefined].map((recipient) => ({ purpose, recipient })),
    ),
  )('are those of clients who consent to each purpose: $purpose, given to $recipient', async (asked) => {
    const needed = [asked.purpose, asked.recipient === undefined ? '' : 'third-party'];
    const may = [...consenting].filter(([, some]) =>
      needed.every((one) => one === '' || one === 'administration' || some.includes(one as Purpose)),
    );
    expect((await taken(asked)).sort()).toEqual(may.map(([clientId]) => clientId).sort());
  });

  it('leave no more from the moment that she withdraws', async () => {
    const her = await register();
    const given = { recipient: 'Courier Ltd' };
    expect(await taken(given)).not.toContain(her);
    await give(her, 'third-party');
    expect(await taken(given)).toContain(her);
    await withdraw(her, 'third-party');
    expect(await taken(given)).not.toContain(her);
    expect(await taken({})).toContain(her);
  });

  it('leave no more either where she withdraws while they are being written', async () => {
    const her = await register();
    await give(her, 'third-party');
    const files = clients.app.get(ExportedFilesQuery);
    const still = () => Promise.resolve();
    const read = async () => {
      const rows: string[] = [];
      for await (const [clientId] of files.rowsOf([her], [], ['third-party'], still)) rows.push(clientId!);
      return rows.slice(1);
    };
    expect(await read()).toEqual([her]);
    await withdraw(her, 'third-party');
    expect(await read()).toEqual([]);
  });

  it('tell her to whom they went, what for and with what of her file, and her alone', async () => {
    const [her, other] = [await register(), await register()];
    await give(her, 'third-party');
    await take({ recipient: '顺丰速运', sections: ['person'], reason: 'other-system' }).expect(200);
    await take({}).expect(200);
    const sent = { purpose: 'administration', recipient: '顺丰速运', sections: ['person'] };
    expect(await accessLog(her)).toContainEqual(
      expect.objectContaining({
        ...{ what: 'export', purpose: 'disclosure', role: 'hq-admin', refused: false },
        takenOut: expect.objectContaining(sent),
      }),
    );
    expect(await accessLog(other)).toEqual([
      expect.objectContaining({
        purpose: 'supervision',
        takenOut: expect.objectContaining({ recipient: null }),
      }),
    ]);
    await eventually(async () => {
      const { body } = await clients.http.get('/v1/client-exports').expect(200);
      expect(body.items).toContainEqual(expect.objectContaining(sent));
    });
  });

  it('are not given to another under the key of an export that was asked for', async () => {
    const her = await register();
    await give(her, 'third-party');
    await take({ recipient: 'Courier Ltd' }, 'one').expect(200);
    const answer = await take({ recipient: 'Somebody Else Ltd' }, 'one').expect(422);
    expect(answer.text).not.toContain(her);
    expect(JSON.stringify(await accessLog(her))).not.toContain('Somebody Else');
  });

  it('are once those of a person with several files, by what she says as who she is read as', async () => {
    const [her, twin] = [await register(), await register()];
    await give(twin, 'third-party');
    await clients.http
      .post(`/v1/clients/${her}/merge`)
      .send({ mergedId: twin, reason: 'registered-twice' })
      .expect(201);
    const given = { recipient: 'Courier Ltd' };
    expect(await taken(given)).not.toEqual(expect.arrayContaining([twin]));
    await give(her, 'third-party');
    const ids = await taken(given);
    expect(ids).toContain(her);
    expect(ids).not.toContain(twin);
    expect(await taken({})).toEqual(expect.arrayContaining([her, twin])); // a backup has all there is
  });

  it('name a company where they leave the chain', async () => {
    for (const recipient of ['', ' ', 7]) {
      const { body } = await take({ recipient }).expect(400);
      expect(body).toMatchObject({ errors: [{ field: 'recipient' }] });
    }
    await take({ purpose: 'curiosity' }).expect(400);
  });
});

describe('files that leave the country, from outside (PIPL 38, 39)', () => {
  const clock = movableClock('2026-03-01T02:00:00.000Z');
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-abroad-'));
  let clients: TestedService;
  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { dataFolder, clock });
  });
  afterAll(async () => {
    await clients.stop();
    rmSync(dataFolder, { recursive: true });
  });

  type Purpose = 'third-party' | 'transfer-abroad' | 'health';
  const consenting = async (purposes: readonly Purpose[], consent: object = {}): Promise<string> => {
    const person = { storeId: 'sh-01', name: '王芳' };
    const { clientId } = (await clients.http.post('/v1/clients').send(person).expect(201)).body;
    for (const purpose of purposes)
      await clients.http
        .post(`/v1/clients/${clientId}/consents`)
        .send({ purpose, textVersion: `${purpose}-1`, channel: 'paper', ...consent })
        .expect(201);
    return clientId;
  };
  const take = (body: object) =>
    clients.http.post('/v1/client-exports').send({ format: 'csv', reason: 'hand-over', ...body });
  const taken = async (body: object): Promise<string[]> => {
    const { text } = await take({ recipient: 'Courier Ltd', ...body }).expect(200);
    const rows = text.trim().split('\r\n').slice(1);
    return rows.map((row) => row.split(',')[0]!).sort();
  };
  const accessLog = async (clientId: string) =>
    (await clients.http.get(`/v1/clients/${clientId}/access-log`).expect(200)).body.items as object[];
  const counted = async (year: number) => {
    const { body } = await clients.http.get(`/v1/client-exports/abroad?year=${year}`).expect(200);
    return body as object;
  };

  it('are those of clients who consent to that and to third parties, each by itself', async () => {
    const both = await consenting(['third-party', 'transfer-abroad']);
    const third = await consenting(['third-party']);
    await consenting(['transfer-abroad']);
    expect(await taken({ recipientCountry: 'SG' })).toEqual([both]);
    expect(await taken({ recipientCountry: 'HK' })).toEqual([both]); // outside the border of the law
    expect(await taken({ recipientCountry: 'CN' })).toEqual([both, third].sort());
    expect(await taken({})).toEqual([both, third].sort());
  });

  it('tell her to which country they went, and the list of exports', async () => {
    const her = await consenting(['third-party', 'transfer-abroad']);
    await taken({ recipientCountry: 'SG' });
    const abroad = { country: 'SG', sensitive: false };
    expect(await accessLog(her)).toEqual([
      expect.objectContaining({
        takenOut: expect.objectContaining({ recipient: 'Courier Ltd', abroad }),
      }),
    ]);
    await eventually(async () => {
      const { body } = await clients.http.get('/v1/client-exports').expect(200);
      expect(body.items).toContainEqual(expect.objectContaining({ recipientCountry: 'SG' }));
    });
  });

  it('are counted by year, each person once, and with sensitive data apart', async () => {
    clock.advance(366 * 86_400_000);
    expect(await counted(2027)).toEqual({ year: 2027, clients: 0, sensitive: 0 });
    const well = await consenting(['third-party', 'transfer-abroad', 'health']);
    const guardian = { name: '王强', relation: 'father' };
    const abroad = ['third-party', 'transfer-abroad'] as const;
    await consenting(abroad, { bornOn: '2020-01-01', guardian });
    const grown = await consenting(abroad, { bornOn: '2020-01-01', guardian });
    const birthday = '2000-01-01'; // what was told of her was wrong
    await clients.http.put(`/v1/clients/${grown}/file/person`).send({ birthday }).expect(200);
    const skin = { skinType: 'dry' };
    await clients.http.put(`/v1/clients/${well}/file/skin-diagnosis`).send(skin).expect(200);
    const all = (await taken({ recipientCountry: 'SG' })).length;
    await eventually(async () => expect(await counted(2027)).toMatchObject({ clients: all, sensitive: 1 })); // the child
    const sections = ['skin-diagnosis'];
    expect(await taken({ recipientCountry: 'US', sections })).toHaveLength(all);
    await eventually(async () => expect(await counted(2027)).toMatchObject({ clients: all, sensitive: 2 }));
    expect(await counted(2028)).toMatchObject({ clients: 0, sensitive: 0 });
  });

  it('name who gets them there, and a country that there is', async () => {
    const { body } = await take({ recipientCountry: 'SG' }).expect(400);
    expect(body).toMatchObject({ errors: [{ field: 'recipient' }] });
    for (const recipientCountry of ['sg', 'XX', 'Singapore', 7]) {
      const answer = await take({ recipient: 'Courier Ltd', recipientCountry }).expect(400);
      expect(answer.body).toMatchObject({ errors: [{ field: 'recipientCountry' }] });
    }
    await clients.http.get('/v1/client-exports/abroad?year=last').expect(400);
  });
});
