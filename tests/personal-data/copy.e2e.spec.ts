import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { eventually, freshBaseUrl, signIn } from '#libs/testing';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';

const PASSWORD = 'a password for the therapist';
const LINES = [{ itemId: 'facial-60', paidMinor: 19_800 }];

interface Fact {
  factId: string;
  stream: string;
  type: string;
  data: Record<string, unknown>;
}
interface Copy {
  clientId: string;
  files: {
    clientId: string;
    name: string | null;
    erased: boolean;
    healthNotes: object[];
    carePictures: { link: string }[];
  }[];
  history: Record<'clients' | 'visits' | 'membership' | 'referrals' | 'follow-ups' | 'complaints', Fact[]>;
}

describe('a copy of all that is held about a client', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-copy-'));
  let platform: PlatformProcess;
  let therapist: string;
  let her: string;
  let twin: string;
  let visitId: string;
  let copy: Copy;

  const send = async (method: string, path: string, body?: object, token?: string): Promise<Response> => {
    const headers = {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    return platform.fetch(path, { method, headers, body: body && JSON.stringify(body) });
  };
  const ask = async (method: string, path: string, body?: object, token?: string) => {
    const answer = await send(method, path, body, token);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text) as Record<string, string>;
  };
  const register = async (name: string, more: object = {}): Promise<string> =>
    (await ask('POST', '/v1/clients', { storeId: 'sh-01', name, ...more }))['clientId']!;
  const copied = async (clientId = her): Promise<Copy> =>
    (await ask('GET', `/v1/clients/${clientId}/export`)) as unknown as Copy;
  const types = (facts: readonly Fact[]): Set<string> => new Set(facts.map(({ type }) => type));

  beforeAll(async () => {
    platform = await startPlatformProcess({
      env: { DATABASE_URL: freshBaseUrl(), LIREN_DATA: dataFolder },
    });
    const store = { storeId: 'sh-01', name: '静安', timeZone: 'Asia/Shanghai', currency: 'CNY' };
    await ask('POST', '/v1/stores', store);
    const staff = { name: '李娜', login: 'lina', password: PASSWORD, role: 'therapist', post: 'therapist' };
    await ask('POST', '/v1/staff', { ...staff, storeIds: ['sh-01'] });
    therapist = await eventually(() => signIn(platform.url, 'lina', PASSWORD));

    const introducer = await register('陈静');
    her = await register('王芳', { phone: '13800000001' });
    twin = await register('王小芳');
    await ask('PUT', `/v1/clients/${her}/file/preferences`, { taboos: ['酒精'] });
    await ask('POST', '/v1/referrals', { introducerId: introducer, introducedId: her, storeId: 'sh-01' });
    const consent = { purpose: 'health', textVersion: 'health-1', channel: 'paper' };
    await ask('POST', `/v1/clients/${her}/consents`, consent);
    await ask('POST', `/v1/clients/${her}/health-notes`, { kind: 'allergy', text: '熊果苷过敏' }, therapist);
    await ask('POST', `/v1/clients/${her}/consents`, {
      ...consent,
      purpose: 'photos',
      textVersion: 'photos-1',
    });
    const skin = sharp({ create: { width: 8, height: 8, channels: 3, background: '#c89070' } });
    const taken = await platform.fetch(
      `/v1/clients/${her}/care-pictures?side=before&area=chin&takenOn=2026-03-02`,
      {
        method: 'POST',
        headers: { 'content-type': 'image/png', authorization: `Bearer ${therapist}` },
        body: new Uint8Array(await skin.png().toBuffer()),
      },
    );
    expect(taken.status).toBe(201);
    await ask('POST', `/v1/clients/${twin}/care-log`, { details: '补水' }, therapist);
    ({ visitId } = (await ask('POST', '/v1/visits', { storeId: 'sh-01', clientId: her, lines: LINES })) as {
      visitId: string;
    });
    await ask('POST', '/v1/visits', { storeId: 'sh-01', clientId: twin, lines: LINES });
    const complaint = { storeId: 'sh-01', clientId: her, channel: 'phone', category: 'waiting' };
    await ask('POST', '/v1/complaints', complaint);
    await ask('POST', `/v1/clients/${her}/merge`, { mergedId: twin, reason: 'registered-twice' });
    await eventually(async () => {
      copy = await copied();
      expect(types(copy.history.membership)).toContain('PointsEarned');
      expect(types(copy.history['follow-ups'])).toContain('FollowUpPlanned');
      expect(types(copy.history.referrals)).toContain('ReferralRewarded');
      expect(copy.history.clients.filter(({ type }) => type === 'VisitNoted')).toHaveLength(2);
    });
  });
  afterAll(async () => {
    await platform.stop();
    rmSync(dataFolder, { recursive: true });
  });

  it('has her file as it is, with her health, whether or not she consents to others reading it', async () => {
    await ask('POST', `/v1/clients/${her}/consents/health/withdrawal`, { channel: 'phone' });
    const { files } = await copied();
    expect(files[0]).toMatchObject({
      ...{ name: '王芳', phone: '13800000001', file: { preferences: { taboos: ['酒精'] } } },
      ...{ healthNotes: [{ text: '熊果苷过敏' }], consents: { now: [{}], history: [{}, {}, {}] } },
    });
  });

  it('leads to her pictures, whether or not she consents to others seeing them', async () => {
    await ask('POST', `/v1/clients/${her}/consents/photos/withdrawal`, { channel: 'phone' });
    const { files } = await copied();
    const [{ link }] = files[0]!.carePictures as [{ link: string }];
    const picture = await send('GET', link);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(await sharp(await picture.arrayBuffer()).metadata()).toMatchObject({ width: 8, height: 8 });
    for (const path of [link, link.replace('/export', '')])
      expect((await send('GET', path, undefined, therapist)).status).toBe(403);
  });

  it('tells to which third parties her data was given, and in which words she agreed to that', async () => {
    const consent = { purpose: 'third-party', textVersion: 'third-party-1', channel: 'paper' };
    await ask('POST', `/v1/clients/${her}/consents`, consent);
    const given = { recipient: '静安物流有限公司', purpose: 'administration', sections: ['preferences'] };
    const asked = { ...given, storeId: 'sh-01', format: 'csv', reason: 'other-system' };
    const left = await (await send('POST', '/v1/client-exports', asked)).text();
    expect(left).toContain('酒精');
    const { files, history } = await copied();
    expect(files[0]).toMatchObject({ disclosures: [given] });
    expect(files[1]).toMatchObject({ disclosures: [] });
    expect(JSON.stringify(history.clients)).toContain('静安物流有限公司');
    const page = await (await send('GET', `/v1/clients/${her}/export.html`)).text();
    for (const said of ['静安物流有限公司', '第三方']) expect(page).toContain(said);
  });

  it('tells who works for the salon and was given her data, as agreed in `stores`', async () => {
    const content = {
      ...{ title: 'Messages', assessedOn: '2020-01-01', causes: ['given-to-others'], processing: 'Messages' },
      ...{ necessity: 'To remind', risks: 'A leak', measures: 'Encrypted', outcome: 'done' },
    };
    const version = { content, effectiveFrom: '2020-01-01' };
    await ask('POST', '/v1/documents/impact-assessment/messages/versions', version);
    await ask('POST', '/v1/processors', {
      ...{ processorId: 'messages', name: '静安短信有限公司', country: 'CN', agreementNumber: 'SH-2020-041' },
      ...{ effectiveFrom: '2020-01-01', until: '2099-12-31', purposes: ['administration'] },
      ...{ kinds: ['contact'], processing: 'Sends messages', measures: 'Encrypted' },
      ...{ assessment: 'messages', inspectEveryMonths: 12 },
    });
    const asked = { processorId: 'messages', storeId: 'sh-01', format: 'csv', reason: 'other-system' };
    await eventually(async () => expect((await send('POST', '/v1/client-exports', asked)).status).toBe(200));
    const { files } = await copied();
    const given = { recipient: '静安短信有限公司', processorId: 'messages' };
    expect(files[0]).toMatchObject({ disclosures: expect.arrayContaining([expect.objectContaining(given)]) });
    const page = await (await send('GET', `/v1/clients/${her}/export.html`)).text();
    expect(page).toContain('受托处理');
  });

  it('has every file that is read as her, whichever is named', async () => {
    expect(copy.files.map(({ clientId }) => clientId)).toEqual([her, twin]);
    expect(await copied(twin)).toMatchObject({
      clientId: her,
      files: [{ name: '王芳' }, { name: '王小芳' }],
    });
  });

  it('has all that was recorded about her anywhere, opened', () => {
    const { clients, visits, complaints } = copy.history;
    expect(clients.find(({ type }) => type === 'ClientRegistered')!.data['contact']).toEqual({
      name: '王芳',
      phone: '13800000001',
    });
    expect(clients.find(({ type }) => type === 'CareNoted')!.data['sealed']).toEqual({ details: '补水' });
    expect(visits.map(({ data }) => data['visitId'])).toContain(visitId);
    expect(visits).toHaveLength(2);
    const ofComplaints = complaints.filter(({ stream }) => stream.startsWith('complaint:'));
    expect(types(ofComplaints)).toEqual(new Set(['ComplaintOpened']));
    expect(JSON.stringify(copy)).not.toContain('"ct"');
  });

  it('has each fact once', () => {
    for (const facts of Object.values(copy.history))
      expect(new Set(facts.map(({ factId }) => factId)).size).toBe(facts.length);
  });

  it('is itself in her access log', async () => {
    const { items } = (await ask('GET', `/v1/clients/${twin}/access-log?limit=100`)) as unknown as {
      items: object[];
    };
    expect(items).toContainEqual(expect.objectContaining({ what: 'export', purpose: 'request-of-hers' }));
  });

  it('is there as a page to be read', async () => {
    const answer = await send('GET', `/v1/clients/${her}/export.html`);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const page = await answer.text();
    for (const said of ['王芳', '酒精', '熊果苷过敏', 'Complaint opened']) expect(page).toContain(said);
  });

  it('is for who answers for her data alone', async () => {
    expect((await send('GET', `/v1/clients/${her}/export`, undefined, therapist)).status).toBe(403);
    expect((await send('GET', `/v1/operations/visits/held-facts/${her}`)).status).toBe(403);
  });

  it('tells of one who was erased what stays, of nobody', async () => {
    await ask('POST', `/v1/clients/${twin}/erasure`, { reason: 'request-of-hers' });
    const { covered } = (await ask('GET', `/v1/erasures/${twin}`)) as unknown as {
      covered: { streams: string[] };
    };
    const sealedIn = ['client', 'care-log', 'care-picture', 'consent', 'health'];
    expect(covered.streams).toEqual(expect.arrayContaining(sealedIn.map((name) => `${name}:${twin}`)));
    await eventually(async () => {
      const { files, history } = await copied(twin);
      expect(files.find(({ clientId }) => clientId === twin)).toMatchObject({ name: null, erased: true });
      expect(history.clients.find(({ type }) => type === 'CareNoted')!.data['sealed']).toBeNull();
      expect(history.visits).toHaveLength(2);
    });
  });
});
