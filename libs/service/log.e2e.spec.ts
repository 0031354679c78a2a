import { pino } from 'pino';
import { asking, freshBaseUrl, TEST_SERVICE_SECRET, testAccess, tokenOf, type Asking } from '#libs/testing';
import { NotesModule } from '../http/testing/notes.module.js';
import { readSettings, start, type StartedService } from './index.js';

const WHO = '0190a000-0000-7000-8000-0000000000aa';

describe('what a service logs', () => {
  let written = '';
  let notes: StartedService;
  let admin: Asking;
  beforeAll(async () => {
    const settings = readSettings({ DATABASE_URL: freshBaseUrl(), LOG_LEVEL: 'info' });
    const access = { serviceSecret: TEST_SERVICE_SECRET, accessSource: testAccess };
    const logger = pino({ level: 'info', name: 'notes' }, { write: (line) => (written += line) });
    notes = await start(NotesModule, { ...settings, ...access }, logger);
    admin = asking(notes.url, await tokenOf({ role: 'hq-admin', subject: WHO }));
  });
  beforeEach(() => (written = ''));
  afterAll(() => notes.stop());

  /** Each line is JSON: whoever collects them reads them so. */
  const lines = () =>
    written
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('is what nobody foresaw, whole, with its time, its service, who asked for what, and in which trace', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await admin.get('/v1/notes/failures/mistake?name=Li').set({ traceparent }).expect(500);
    expect(lines()).toEqual([
      expect.objectContaining({
        ...{ level: 50, time: expect.any(Number), name: 'notes', msg: 'GET /v1/notes/failures/mistake' },
        ...{ who: WHO, correlationId: '0af76519-16cd-43dd-8448-eb211c80319c' },
        err: expect.objectContaining({ type: 'TypeError', message: 'the secret inside' }),
      }),
    ]);
  });

  it('is who was not let in, or not further, and where', async () => {
    const therapist = asking(notes.url, await tokenOf({ role: 'therapist', subject: WHO }));
    await therapist.get('/v1/notes').expect(403);
    await asking(notes.url).get('/v1/notes').expect(401);
    await asking(notes.url, 'a.bad.token').get('/v1/notes').expect(401);
    expect(lines()).toMatchObject([
      { msg: 'GET /v1/notes', status: 403, code: 'not-allowed', who: WHO },
      { msg: 'GET /v1/notes', status: 401, code: 'not-signed-in', who: null },
      { msg: 'GET /v1/notes', status: 401, code: 'not-signed-in', who: null },
    ]);
    expect(written).not.toContain('a.bad.token');
  });

  it('is who sends what is malformed, too large, or refused as things stand', async () => {
    await admin.post('/v1/notes').send({ colour: 'red' }).expect(400);
    await admin.post('/v1/notes').set('content-type', 'text/plain').send('x').expect(415);
    await admin.get('/v1/notes/failures/rejection').expect(409);
    expect(lines().map(({ who, code }) => [who, code])).toEqual([
      [WHO, 'malformed'],
      [null, 'unsupported-content'], // before anybody was asked who it is
      [WHO, 'note-closed'],
    ]);
  });

  it('is one line for one thing, whatever letters come in', async () => {
    const forged = encodeURIComponent('x\n{"level":30,"msg":"all is well"}');
    await asking(notes.url).get(`/v1/notes/failures/${forged}%25s%25j`).expect(401);
    expect(lines()).toHaveLength(1);
    expect(lines()[0]!['msg']).toBe(`GET /v1/notes/failures/${forged}%25s%25j`);
  });

  it('is nothing of what a body holds, or an address asks for', async () => {
    await admin.get('/v1/notes').query({ colour: '王芳', phone: '13800138000' }).expect(400);
    await admin.get('/v1/notes/failures/mistake').query({ phone: '13800138000' }).expect(500);
    expect(lines().map(({ msg }) => msg)).toEqual(['GET /v1/notes', 'GET /v1/notes/failures/mistake']);
    expect(written).not.toMatch(/13800138000|colour|%E7/);
    await admin.post('/v1/notes').send({ text: '王芳', colour: 'red' }).expect(400);
    await admin.post('/v1/notes').send({ text: '王芳' }).expect(201);
    expect(written).not.toContain('王芳');
  });
});
