import { uuidv7 } from '#libs/event-store';
import { startForTest, type TestedService } from '#libs/testing';
import { NotesModule } from './testing/notes.module.js';
import { sendLong } from './testing/send-long.js';

describe('a service over HTTP', () => {
  let notes: TestedService;
  beforeAll(async () => {
    notes = await startForTest(NotesModule, { logLevel: 'silent' });
  });
  afterAll(() => notes.stop());

  const take = (body: object | string, headers: Record<string, string> = {}) =>
    notes.http.post('/v1/notes').set(headers).send(body);

  describe('refuses what is not well formed, and names the field of', () => {
    it.each([
      ['an unknown field', { text: 'x', colour: 'red' }, 'colour'],
      ['a missing field', {}, 'text'],
      ['a field of another type', { text: 7 }, 'text'],
      ['an empty text', { text: '' }, 'text'],
      ['negative money', { text: 'x', paidMinor: -1 }, 'paidMinor'],
      ['a part of a fen', { text: 'x', paidMinor: 0.5 }, 'paidMinor'],
      ['money in words', { text: 'x', paidMinor: '100' }, 'paidMinor'],
      ['money beyond all bills', { text: 'x', paidMinor: 1e15 }, 'paidMinor'],
      ['an instant without an offset', { text: 'x', takenAt: '2026-03-01T09:00:00' }, 'takenAt'],
      ['a day that does not exist', { text: 'x', takenAt: '2026-02-30T09:00:00Z' }, 'takenAt'],
      ['an id that is none', { text: 'x', noteId: '1' }, 'noteId'],
      [
        'an unknown field within a list',
        { text: 'x', tags: [{ name: 'a' }, { name: 'b', x: 1 }] },
        'tags.1.x',
      ],
      ['a list that is none', { text: 'x', tags: { name: 'a' } }, 'tags'],
      ['a list that holds no objects', { text: 'x', tags: ['a'] }, 'tags'],
      ['too long a list', { text: 'x', tags: Array.from({ length: 4 }, () => ({ name: 'a' })) }, 'tags'],
    ])('%s', async (_what, body, field) => {
      const refused = await take(body).expect(400);
      expect(refused.headers['content-type']).toContain('application/problem+json');
      expect(refused.body).toMatchObject({
        status: 400,
        code: 'malformed',
        type: 'urn:liren:problem:malformed',
      });
      const fields = (refused.body.errors as { field: string }[]).map((error) => error.field);
      expect(fields.map((name) => name.split('.')[0])).toContain(field.split('.')[0]);
    });

    it('a page that is too long, or a question nobody knows', async () => {
      const twice = ['limit=1&limit=2', 'cursor=a&cursor=b'];
      for (const query of ['limit=0', 'limit=501', 'limit=x', 'colour=red', ...twice]) {
        const refused = await notes.http.get(`/v1/notes?${query}`).expect(400);
        expect(refused.body.errors).toHaveLength(1);
      }
    });
  });

  it.each([
    ['malformed JSON', 'application/json', '{"text":', 400, 'malformed'],
    ['no JSON at all', 'application/json', '', 400, 'malformed'],
    ['a list for an object', 'application/json', '[]', 400, 'malformed'],
    ['a prototype', 'application/json', '{"text":"x","__proto__":{}}', 400, 'malformed'],
    ['XML', 'application/xml', '<text/>', 415, 'unsupported-content'],
    ['plain text', 'text/plain', 'x', 415, 'unsupported-content'],
    ['a form', 'application/x-www-form-urlencoded', 'text=x', 415, 'unsupported-content'],
  ])('refuses %s', async (_what, type, body, status, code) => {
    const refused = await notes.http.post('/v1/notes').set('content-type', type).send(body).expect(status);
    expect(refused.body).toMatchObject({ status, code });
  });

  it.each([true, false])('refuses a body of 50 MB, its length announced: %s', async (announced) => {
    const length = 50 * 1024 * 1024;
    const { status, body } = await sendLong(`${notes.url}/v1/notes`, length, announced);
    expect([status, body.code]).toEqual([413, 'too-large']);
    await take({ text: 'still there' }).expect(201);
  });

  it('takes a body of a megabyte', async () => {
    await take({ text: 'x'.repeat(1_000_000) }).expect(201);
  });

  describe('says what went wrong:', () => {
    it.each([
      ['rejection', 409, 'note-closed', 'The note is closed.'],
      ['missing', 404, 'unknown-note', 'There is no such note.'],
      ['claimed', 409, 'already-taken', 'What this needs is already taken.'],
      ['busy', 409, 'busy', expect.any(String)],
      ['forbidden', 403, 'not-allowed', 'Only the manager may.'],
      ['mistake', 500, 'internal', expect.any(String)],
      ['nothing', 500, 'internal', expect.any(String)],
    ])('%s', async (name, status, code, detail) => {
      const answer = await notes.http.get(`/v1/notes/failures/${name}`).expect(status);
      expect(answer.body).toMatchObject({ status, code, detail, type: `urn:liren:problem:${code}` });
      expect(answer.text).not.toContain('secret');
    });

    it('a path that is not there, and a method that is not', async () => {
      expect((await notes.http.get('/v1/nothing').expect(404)).body.code).toBe('not-found');
      expect((await notes.http.delete('/v1/notes').expect(404)).body.code).toBe('not-found');
    });
  });

  describe('with an idempotency key', () => {
    it('answers the same request as it did, and does it once', async () => {
      const key = { 'idempotency-key': uuidv7() };
      const first = await take({ text: 'once' }, key).expect(201);
      const again = await take({ text: 'once' }, key).expect(201);
      expect(again.body).toEqual(first.body);
      expect(again.headers['etag']).toBe('"1"');
    });

    it('refuses another request', async () => {
      const key = { 'idempotency-key': uuidv7() };
      await take({ text: 'one' }, key).expect(201);
      const reused = await take({ text: 'other' }, key).expect(422);
      expect(reused.body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    });

    it('does nothing for a key whose request was refused, and takes it when it is right', async () => {
      const key = { 'idempotency-key': uuidv7() };
      await take({ text: '' }, key).expect(400);
      expect((await take({ text: 'right' }, key).expect(201)).body.appended).toBe(true);
    });

    it('is one command when it comes ten times at once', async () => {
      const key = { 'idempotency-key': uuidv7() };
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => take({ text: 'at once' }, key).expect(201)),
      );
      expect(
        new Set(answers.map(({ body }) => `${body.noteId} ${body.position} ${body.appended}`)).size,
      ).toBe(1);
    });
  });

  describe('with If-Match', () => {
    it('changes only the version that was seen', async () => {
      const noteId = uuidv7();
      const first = await take({ noteId, text: 'one' }).expect(201);
      const etag = first.headers['etag'] as string;
      await take({ noteId, text: 'two' }, { 'if-match': etag }).expect(201);
      const lost = await take({ noteId, text: 'three' }, { 'if-match': etag }).expect(412);
      expect(lost.body).toMatchObject({ code: 'version-lost', context: { version: 2 } });
    });

    it('answers a repeated request as it did', async () => {
      const noteId = uuidv7();
      await take({ noteId, text: 'one' }).expect(201);
      const headers = { 'if-match': '"1"', 'idempotency-key': uuidv7() };
      const first = await take({ noteId, text: 'two' }, headers).expect(201);
      const again = await take({ noteId, text: 'two' }, headers).expect(201);
      expect(again.body).toEqual(first.body);
    });

    it.each(['*', 'abc', '"abc"', '"1", "2"', '1', '"-1"', '"1.5"'])(
      'refuses %s, which says no version',
      async (tag) => {
        const refused = await take({ noteId: uuidv7(), text: 'x' }, { 'if-match': tag }).expect(400);
        expect(refused.body).toMatchObject({
          code: 'malformed',
          detail: expect.stringContaining('If-Match'),
        });
      },
    );
  });

  it('gives pages until the last', async () => {
    const first = await notes.http.get('/v1/notes').expect(200);
    expect(first.body).toEqual({ items: ['a', 'b'], nextCursor: 'b' });
    const last = await notes.http.get('/v1/notes').query({ cursor: 'b', limit: 3 }).expect(200);
    expect(last.body).toEqual({ items: ['c', 'd', 'e'], nextCursor: null });
  });

  it('goes on with the trace it is called in', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const answer = await notes.http.post('/v1/notes/context').set({ traceparent }).expect(201);
    expect(answer.body.correlationId).toBe('0af76519-16cd-43dd-8448-eb211c80319c');
  });
});
