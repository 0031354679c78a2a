import { movableClock, startForTest, type TestedService } from '#libs/testing';
import { StoresModule } from '../src/stores.module.js';

describe('documents of the chain, from outside', () => {
  let stores: TestedService;
  const clock = movableClock('2026-03-01T01:00:00.000Z');

  beforeAll(async () => {
    stores = await startForTest(StoresModule, { clock });
    for (const storeId of ['sh-01', 'sh-02']) {
      const store = { storeId, name: storeId, timeZone: 'Asia/Shanghai', currency: 'CNY' };
      await stores.http.post('/v1/stores').send(store).expect(201);
    }
  });
  afterAll(() => stores.stop());

  const publish = async (path: string, content: object | null, effectiveFrom: string, storeId?: string) => {
    const answer = await stores.http
      .post(`/v1/documents/${path}/versions`)
      .send({ content, effectiveFrom, storeId });
    expect(answer.body).toMatchObject({ appended: true });
    return answer.body.position as number;
  };

  const checkList = (title: string) => ({ title, points: [{ pointId: 'towels', text: 'Towels are fresh' }] });

  it('says which version a store follows on a day, and why', async () => {
    await publish('check-list/hygiene', checkList('a'), '2026-03-01');
    await publish('check-list/hygiene', checkList('b'), '2026-05-01');
    await publish('check-list/hygiene', checkList('c'), '2026-04-01', 'sh-01');
    const minPosition = await publish('check-list/hygiene', null, '2026-06-01', 'sh-01');
    const asked = async (storeId: string, on?: string) => {
      const one = await stores.http
        .get('/v1/documents/check-list/hygiene')
        .query({ storeId, on })
        .expect(200);
      const { title } = one.body.content;
      const all = await stores.http.get('/v1/documents/check-list').query({ storeId, on, minPosition });
      expect(all.body.items.map(({ content }: { content: object }) => content)).toEqual([checkList(title)]);
      return [title, one.body.because, one.body.version];
    };
    expect(await asked('sh-01')).toEqual(['a', 'chain-default', 1]);
    expect(await asked('sh-01', '2026-05-01')).toEqual(['c', 'store-override', 1]);
    expect(await asked('sh-02', '2026-05-01')).toEqual(['b', 'chain-default', 2]);
    expect(await asked('sh-01', '2026-06-01')).toEqual(['b', 'chain-default', 2]);
    const early = await stores.http
      .get('/v1/documents/check-list/hygiene')
      .query({ on: '2026-02-01' })
      .expect(404);
    expect(early.body.code).toBe('nothing-in-force');
    const elsewhere = await stores.as({ role: 'therapist', stores: ['sh-02'] });
    await elsewhere.get('/v1/documents/check-list/hygiene').query({ storeId: 'sh-01' }).expect(403);
  });

  it('refuses other kinds, contents of another shape, stores there are not, and all but headquarters', async () => {
    const version = { effectiveFrom: '2026-03-01', content: checkList('x') };
    const post = (body: object) => stores.http.post('/v1/documents/check-list/hygiene/versions').send(body);
    const malformed = await post({ ...version, content: { title: 'x', points: [] } });
    expect(malformed.body.errors).toEqual([expect.objectContaining({ field: 'content.points' })]);
    expect((await post({ ...version, storeId: 'nowhere' })).body.code).toBe('unknown-store');
    const manager = await stores.as({ role: 'store-manager', stores: ['sh-01'] });
    await manager.post('/v1/documents/check-list/hygiene/versions').send(version).expect(403);
    await stores.http.get('/v1/documents/recipe/x').expect(400);
  });

  it('finds phrases by situation, post and words; urgency is said while its campaign lasts', async () => {
    const phrase = {
      kind: 'phrase',
      situation: 'greeting',
      posts: ['front-desk'],
      zh: '您好!歡迎光臨!',
      en: 'Welcome!',
    };
    await publish('phrase/welcome', phrase, '2026-03-01');
    const urgency = { ...phrase, kind: 'urgency', situation: 'offer', zh: '最后三天', en: 'Three days left' };
    const unending = { content: urgency, effectiveFrom: '2026-03-01' };
    await stores.http.post('/v1/documents/phrase/hurry/versions').send(unending).expect(400);
    const minPosition = await publish(
      'phrase/hurry',
      { ...urgency, campaignEndsOn: '2026-03-10' },
      '2026-03-01',
    );
    const found = async (query: object) =>
      (
        await stores.http
          .get('/v1/documents/phrase')
          .query({ minPosition, ...query })
          .expect(200)
      ).body.items.map(({ code }: { code: string }) => code);
    expect(await found({ situation: 'greeting', post: 'front-desk' })).toEqual(['welcome']);
    expect(await found({ post: 'nurse' })).toEqual([]);
    expect(await found({ text: '歡迎' })).toEqual(['welcome']);
    expect(await found({ on: '2026-03-10' })).toEqual(['hurry', 'welcome']);
    expect(await found({ on: '2026-03-11' })).toEqual(['welcome']);
  });

  it('begins and ends with the day of the store, in lists too', async () => {
    const store = { storeId: 'la-01', name: 'la-01', timeZone: 'America/Los_Angeles', currency: 'USD' };
    await stores.http.post('/v1/stores').send(store).expect(201);
    const minPosition = await publish('check-list/windows', checkList('windows'), '2026-03-02');
    const sees = async (now: string, storeId?: string) => {
      clock.moveTo(now);
      const one = await stores.http.get('/v1/documents/check-list/windows').query({ storeId });
      const all = await stores.http.get('/v1/documents/check-list').query({ storeId, minPosition });
      const isListed = all.body.items.some(({ code }: { code: string }) => code === 'windows');
      expect(isListed).toBe(one.status === 200);
      return isListed;
    };
    expect(await sees('2026-03-01T15:59:59.999Z', 'sh-01')).toBe(false);
    expect(await sees('2026-03-01T16:00:00.000Z', 'sh-01')).toBe(true);
    expect(await sees('2026-03-01T16:00:00.000Z')).toBe(false);
    expect(await sees('2026-03-02T07:59:59.999Z', 'la-01')).toBe(false);
    expect(await sees('2026-03-02T08:00:00.000Z', 'la-01')).toBe(true);
    expect(await sees('2026-03-02T08:00:00.000Z')).toBe(true);
    await publish('check-list/windows', null, '2026-03-03');
    clock.moveTo('2026-03-01T01:00:00.000Z');
  });

  it('shows every version there was and will be', async () => {
    const { body } = await stores.http.get('/v1/documents/check-list/Hygiene/versions').expect(200);
    expect(body.items.map(({ storeId, version }: never) => [storeId, version])).toEqual([
      [null, 1],
      [null, 2],
      ['sh-01', 1],
      ['sh-01', 2],
    ]);
  });

  it('says what each stage of a client asks of a post', async () => {
    const standard = (title: string, posts: string[], stages?: string[]) => ({
      ...{ title, issuedOn: '2026-03-01', text: title, posts, stages },
    });
    await publish('standard/everywhere', standard('Everywhere', []), '2026-03-01');
    const first = ['department'];
    await publish('standard/wound-check', standard('Wound check', ['nurse'], first), '2026-03-01');
    await publish('standard/skin-care', standard('Skin care', ['therapist'], first), '2026-03-01');
    const later = ['consulting', 'customer-service'];
    const minPosition = await publish('standard/call', standard('Call', ['consultant'], later), '2026-03-01');
    const asks = async (query: object) =>
      (
        await stores.http
          .get('/v1/documents/standard')
          .query({ minPosition, ...query })
          .expect(200)
      ).body.items.map(({ code }: { code: string }) => code);
    expect(await asks({ stage: 'department' })).toEqual(['everywhere', 'skin-care', 'wound-check']);
    expect(await asks({ stage: 'department', post: 'nurse' })).toEqual(['everywhere', 'wound-check']);
    expect(await asks({ stage: 'customer-service', post: 'consultant' })).toEqual(['call', 'everywhere']);
    await stores.http.get('/v1/documents/standard').query({ stage: 'always' }).expect(400);
  });

  it('holds parts fixed for the chain, to which stores add what is their own', async () => {
    const towels = { pointId: 'towels', text: 'Towels are fresh' };
    const content = (...points: object[]) => ({ title: 'Closing', points });
    await publish('check-list/closing', content({ ...towels, fixed: true }), '2026-03-01');
    const own = (points: object[], effectiveFrom = '2026-04-01') =>
      stores.http
        .post('/v1/documents/check-list/Closing/versions')
        .send({ storeId: 'sh-01', effectiveFrom, content: content(...points) });
    const tea = { pointId: 'tea', text: 'Tea is put away' };
    const refused = await own([tea]).expect(409);
    const deviations = [{ storeId: 'sh-01', day: '2026-04-01', part: 'towels' }];
    expect(refused.body).toMatchObject({ code: 'part-is-fixed', context: { deviations } });
    await own([tea, towels]).expect(201);
    const chain = await stores.http.post('/v1/documents/check-list/closing/versions').send({
      ...{ effectiveFrom: '2026-05-01' },
      content: content({ ...towels, fixed: true }, { pointId: 'lamps', text: 'Lamps are off', fixed: true }),
    });
    expect(chain.body).toMatchObject({
      ...{ status: 409, code: 'part-is-fixed' },
      context: { deviations: [{ storeId: 'sh-01', day: '2026-05-01', part: 'lamps' }] },
    });
  });

  it('holds fields of a policy fixed', async () => {
    const rule = (hoursToAnswer: number, more: object = {}) =>
      stores.http
        .post('/v1/policies/answer-clock')
        .send({ effectiveFrom: '2026-03-01', value: { hoursToAnswer, hoursToWarning: 5 }, ...more });
    await rule(24, { fixed: ['hoursToAnswer'] }).expect(201);
    expect((await rule(12, { storeId: 'sh-01' }).expect(409)).body.code).toBe('part-is-fixed');
    await rule(24, { storeId: 'sh-01' }).expect(201);
    const { body } = await stores.http.get('/v1/policies/answer-clock').expect(200);
    expect(body).toMatchObject({ fixed: ['hoursToAnswer'], because: 'chain-default' });
  });

  it('keeps assessments and the register of processing, every version, for who answers for privacy', async () => {
    const assessment = {
      ...{ title: 'Pictures of skin', assessedOn: '2026-03-01', causes: ['sensitive-data'] },
      ...{ processing: 'Before and after care', necessity: 'To see what helps', risks: 'A leak' },
      ...{ measures: 'Sealed, by her consent alone', outcome: 'done-with-measures' },
    };
    const register = {
      ...{ title: 'Pictures', purpose: 'Care', people: 'Clients', kindsOfData: 'Pictures of skin' },
      ...{ retention: 'As long as she is a client', measures: 'Sealed', abroad: [] },
    };
    const kinds = { 'impact-assessment': assessment, 'processing-register': register };
    for (const [kind, first] of Object.entries(kinds)) {
      const [path, second] = [`${kind}/skin-pictures`, { ...first, title: 'Pictures, reviewed' }];
      await publish(path, first, '2026-03-01');
      await publish(path, second, '2027-03-01');
      const minPosition = await publish(path, null, '2028-03-01');
      const versions = `/v1/documents/${path}/versions`;
      const officer = await stores.as({ role: 'privacy-officer', stores: [] });
      const { body } = await officer.get(versions).query({ minPosition }).expect(200);
      expect(body.items.map(({ content }: { content: object }) => content)).toEqual([first, second, null]);
      const manager = await stores.as({ role: 'store-manager', stores: ['sh-01'] });
      for (const closed of [versions, `/v1/documents/${path}`, `/v1/documents/${kind}`])
        expect((await manager.get(closed).expect(403)).body).toMatchObject({ code: 'kind-not-open' });
      const half = { effectiveFrom: '2026-03-01', content: { title: 'Pictures' } };
      await stores.http.post(versions).send(half).expect(400);
    }
  });
});
