import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes, randomInt } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { freePort } from '../../deploy/kafka/ports.js';
import { databaseName } from '#libs/service';
import { eventually, freshBaseUrl, signIn } from '#libs/testing';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';
import { allFiles, allRows, rowsOfDatabase } from './everything.js';
import { found } from './hidden.js';

const PASSWORD = 'a password for the therapist';

/** Every free text of every section of a file, and of an entry of the care log; a list has one word of hers. */
const FILE = {
  person: ['addressAs', 'features', 'habits', ['hobbies']],
  circumstances: [
    'address',
    'postcode',
    'occupation',
    'industry',
    'company',
    'education',
    'economicSituation',
  ],
  'beauty-history': ['salons', 'treatments', 'effect'],
  'skin-diagnosis': ['skinColour', 'analysis', 'diagnosis'],
  'care-plan': ['focus', 'plan', ['instruments'], ['techniques'], ['products']],
  preferences: ['spendingPreference', ['likes'], ['taboos']],
  'talking-points': ['work', 'family', ['topics']],
  acquisition: ['source'],
  qualification: ['other'],
  preparation: ['realNeed', 'whoDecides'],
  departure: ['problem', 'opinion'],
  questionnaire: ['expectations', ['needs']],
  character: ['buyingHabits'],
} as const;
const CARE = ['details', 'effect', 'feedback', 'talkedAbout', 'nextTime', ['productsUsed']] as const;

type Fields = readonly (string | readonly [string])[];

/** These fields with a text for each that nobody else has. */
const planted = (fields: Fields, secret: () => string) =>
  Object.fromEntries(
    fields.map((field) => (typeof field === 'string' ? [field, secret()] : [field[0], [secret()]])),
  ) as Record<string, string | string[]>;

interface Person {
  readonly clientId: string;
  /** What only she has, in every field there is. */
  readonly texts: readonly string[];
  readonly name: string;
  /** Of her health. */
  readonly note: string;
  /** Where a picture of her is, and what it is as it is shown. */
  readonly link: string;
  readonly picture: Buffer;
  /** On her one visit. */
  readonly paidMinor: number;
}

describe('a hundred people, of whom fifty are erased', () => {
  const databaseUrl = freshBaseUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-canary-'));
  const people: Person[] = [];
  let platform: PlatformProcess;
  let therapist: string;
  let before: unknown;

  const ask = async (method: string, path: string, body?: object, token?: string) => {
    const headers = {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const answer = await platform.fetch(path, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  };
  const totals = async () => (await ask('GET', '/v1/reports/store-comparison'))['totals'];

  const seen = async (link: string): Promise<Buffer | undefined> => {
    const answer = await platform.fetch(link, { headers: { authorization: `Bearer ${therapist}` } });
    return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
  };
  /** Of noise, so that all of its bytes are hers alone; with words in it that nobody is to keep. */
  const takePicture = async (her: string, words: string): Promise<string> => {
    const noise = sharp(randomBytes(16 * 16 * 3), { raw: { width: 16, height: 16, channels: 3 } });
    const body = new Uint8Array(
      await noise
        .withExif({ IFD0: { ImageDescription: words } })
        .png()
        .toBuffer(),
    );
    const answer = await platform.fetch(`${her}/care-pictures?side=before&area=chin&takenOn=2026-03-02`, {
      method: 'POST',
      headers: { 'content-type': 'image/png', authorization: `Bearer ${therapist}` },
      body,
    });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { link: string }).link;
  };

  const plant = async (): Promise<Person> => {
    const secrets: string[] = [];
    const secret = (): string => {
      secrets.push(randomBytes(9).toString('hex'));
      return secrets.at(-1)!;
    };
    const name = `name ${secret()}`;
    const phone = `13${randomInt(100_000_000, 999_999_999)}`;
    const [memberNumber, note, guardian, reason] = [secret(), secret(), secret(), secret()] as const;
    const contact = { name, phone, memberNumber, email: `${secret()}@example.cn` };
    const { clientId } = await ask('POST', '/v1/clients', { storeId: 'sh-01', ...contact });
    const her = `/v1/clients/${String(clientId)}`;
    const consent = { purpose: 'health', textVersion: 'health-1', channel: 'paper' };
    await ask('POST', `${her}/health-notes/break-glass`, { reason }, therapist);
    await ask('POST', `${her}/consents`, { ...consent, guardian: { name: guardian, relation: 'aunt' } });
    await ask('POST', `${her}/health-notes`, { kind: 'allergy', text: note }, therapist);
    for (const [section, fields] of Object.entries(FILE))
      await ask('PUT', `${her}/file/${section}`, planted(fields, secret));
    await ask('POST', `${her}/care-log`, planted(CARE, secret), therapist);
    await ask('POST', `${her}/consents`, { ...consent, purpose: 'photos', textVersion: 'photos-1' });
    const link = await takePicture(her, secret());
    const picture = (await seen(link))!;
    await ask('GET', `/v1/clients?q=${encodeURIComponent(name)}`);
    const paidMinor = randomInt(1, 100_000);
    const lines = [{ itemId: 'facial-60', paidMinor }];
    await ask('POST', '/v1/visits', { storeId: 'sh-01', clientId, lines });
    const texts = [...Object.values(contact), memberNumber.toUpperCase(), ...secrets];
    return { clientId: String(clientId), name, note, texts, link, picture, paidMinor };
  };

  beforeAll(async () => {
    const KAFKA_PORT = String(await freePort(25_000 + (process.pid % 5_000)));
    platform = await startPlatformProcess({
      env: { DATABASE_URL: databaseUrl, LIREN_DATA: dataFolder, LOG_LEVEL: 'debug', KAFKA_PORT },
      args: ['--kafka'],
    });
    const store = { storeId: 'sh-01', name: '静安', timeZone: 'Asia/Shanghai', currency: 'CNY' };
    await ask('POST', '/v1/stores', store);
    const staff = { name: '李娜', login: 'lina', password: PASSWORD, role: 'therapist', post: 'therapist' };
    await ask('POST', '/v1/staff', { ...staff, storeIds: ['sh-01'] });
    therapist = await eventually(() => signIn(platform.url, 'lina', PASSWORD));
    for (let planted = 0; planted < 100; planted += 10) {
      people.push(...(await Promise.all(Array.from({ length: 10 }, plant))));
    }
    const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one);
    const paid = people.map(({ paidMinor }) => paidMinor);
    const points = paid.map((paidMinor) => Math.floor(paidMinor / 100));
    await eventually(async () => {
      before = await totals();
      expect(before).toMatchObject({ visits: 100, grossMinor: sum(paid), pointsIssued: sum(points) });
    });
  }, 300_000);
  afterAll(async () => {
    await platform.stop();
    rmSync(dataFolder, { recursive: true });
  });

  it('leave the chain in a spreadsheet only for who says why', async () => {
    const exported = await platform.fetch('/v1/client-exports', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ format: 'csv', reason: 'backup' }),
    });
    expect(await exported.text()).toContain(people[0]!.name);
  });

  it('are erased with a certificate that every service has acknowledged', async () => {
    const gone = people.slice(0, 50);
    const reason = 'request-of-hers';
    for (const { clientId } of gone) await ask('POST', `/v1/clients/${clientId}/erasure`, { reason });
    for (const { clientId } of gone) {
      await eventually(async () =>
        expect(await ask('GET', `/v1/erasures/${clientId}`)).toMatchObject({ status: 'complete' }),
      );
    }
  }, 300_000);

  it('lie nowhere, in no way: not in a database, a file, a log or a topic; nor do the others in plain', async () => {
    const everything = (await allRows(databaseUrl)) + allFiles(dataFolder) + platform.output();
    for (const looked of [everything, allFiles(join(dataFolder, 'kafka'))])
      expect(looked).toContain(people[0]!.clientId); // it was all looked through
    const texts = people.flatMap((person) => person.texts);
    expect(found(everything, texts)).toEqual([]);
    const pictures = people.map(({ picture }) => picture.subarray(100, 132));
    expect(found(everything, pictures)).toEqual([]);
  }, 300_000);

  it('are nobody in what is counted, erased or not: each is there by an id that she has nowhere else', async () => {
    const acknowledgements = 'event'; // who was erased, and nothing of her
    const counted = await rowsOfDatabase(
      databaseUrl,
      databaseName(databaseUrl, 'reporting'),
      acknowledgements,
    );
    expect(counted).toContain('visits.visit-completed.v1'); // it was all looked through
    expect(people.filter(({ clientId }) => counted.includes(clientId))).toEqual([]);
  });

  it('leave with no spreadsheet any more, while the others do', async () => {
    const exported = await platform.fetch('/v1/client-exports', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ format: 'csv', reason: 'backup' }),
    });
    const text = await exported.text();
    for (const [at, { name }] of people.entries()) expect(text.includes(name)).toBe(at >= 50);
  });

  it('are there for whoever may see them, where they are not erased', async () => {
    for (const [at, { clientId, name }] of people.entries()) {
      const erased = at < 50;
      const page = await ask('GET', `/v1/clients/${clientId}`);
      expect(page).toMatchObject({ erased, name: erased ? null : name });
    }
    const hits = await ask('GET', `/v1/clients?q=${encodeURIComponent(people[0]!.name)}`);
    expect(hits['items']).toEqual([]);
    const { file } = await ask('GET', `/v1/clients/${people[99]!.clientId}`);
    expect(people[99]!.texts).toContain(
      (file as { circumstances: { address: string } }).circumstances.address,
    );
    const { items } = await ask(
      'GET',
      `/v1/clients/${people[99]!.clientId}/health-notes`,
      undefined,
      therapist,
    );
    expect(items).toMatchObject([{ text: people[99]!.note }]);
    expect(await seen(people[99]!.link)).toEqual(people[99]!.picture);
    expect(await seen(people[0]!.link)).toBeUndefined();
  });

  it('leave every total as it was', async () => {
    expect(await totals()).toEqual(before);
  });
});
