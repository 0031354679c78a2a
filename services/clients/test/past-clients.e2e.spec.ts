import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startForTest, type TestedService } from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

interface Outcome {
  clientId: string;
  recorded: boolean;
  existing: boolean;
  problem: { code: string; context: object } | null;
}

const FILE = {
  person: { sex: 'female', birthday: '1985-05-01', hobbies: ['tea', 'yoga'] },
  preferences: { taboos: ['rose'] },
};

/** Ten years ago, whenever this is run. */
const childhood = (): string => `${new Date().getUTCFullYear() - 10}-01-01`;

describe('clients of the past with their files, from outside', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-past-clients-'));
  let clients: TestedService;
  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { dataFolder });
  });
  afterAll(async () => {
    await clients.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const post = (body: object) => clients.http.post('/v1/clients/batch').send(body);
  const one = async (client: object, dryRun = false): Promise<Outcome> => {
    const { body } = await post({ clients: [{ storeId: 'sh-01', ...client }], dryRun }).expect(200);
    return (body as { outcomes: Outcome[] }).outcomes[0]!;
  };
  const put = (clientId: string, section: string, fields: object) =>
    clients.http.put(`/v1/clients/${clientId}/file/${section}`).send(fields).expect(200);
  const page = async (clientId: string) =>
    (await clients.http.get(`/v1/clients/${clientId}`).expect(200)).body;

  it('are there in one step, once however often they are told', async () => {
    const told = { clientId: randomUUID(), name: '王芳', registeredAt: '2020-05-01T00:00:00Z', file: FILE };
    expect(await one(told)).toMatchObject({ recorded: true, existing: false, problem: null });
    expect(await page(told.clientId)).toMatchObject({
      ...{ file: FILE, version: 3, since: '2020-05-01T00:00:00.000Z' },
    });
    expect(await one(told)).toMatchObject({ recorded: false, existing: true, problem: null });
    expect(await page(told.clientId)).toMatchObject({ version: 3 });
  });

  it('get what is told of them later, where nobody wrote anything', async () => {
    const told = { clientId: randomUUID(), name: '李娜' };
    await one(told);
    await put(told.clientId, 'character', { buyingHabits: 'slowly' });
    expect(await one({ ...told, file: FILE }, true)).toMatchObject({ existing: true, problem: null });
    expect(await page(told.clientId)).toMatchObject({ version: 2 });
    expect(await one({ ...told, file: FILE })).toMatchObject({ recorded: true, existing: true });
    const file = { ...FILE, character: { buyingHabits: 'slowly' } };
    expect(await page(told.clientId)).toMatchObject({ file, version: 4 });
  });

  it('keep what the desk wrote since, all of it', async () => {
    const told = { clientId: randomUUID(), name: '陈静', file: FILE };
    await one(told);
    await put(told.clientId, 'person', { birthday: '1985-05-02' });
    const more = { ...told, file: { ...FILE, acquisition: { source: 'a friend' } } };
    for (const dryRun of [true, false]) {
      expect(await one(more, dryRun)).toMatchObject({
        ...{ recorded: false, existing: true },
        problem: { code: 'file-written-already', context: { sections: ['person'] } },
      });
    }
    const kept = { person: { birthday: '1985-05-02' }, preferences: FILE.preferences };
    expect((await page(told.clientId)).file).toEqual(kept);
  });

  it('who came with a history are called by what a file tells of them later, once', async () => {
    const known = { clientId: randomUUID(), memberNumber: 'card-51' };
    const told = { ...known, name: '孙梅', phone: '138 0000 0051', file: {} };
    await one(known);
    expect(await one(told, true)).toMatchObject({ existing: true, problem: null });
    expect(await one(told)).toMatchObject({ recorded: true, existing: true, problem: null });
    const { name, phone, memberNumber } = told;
    expect(await page(told.clientId)).toMatchObject({ name, phone, memberNumber, version: 2 });
    expect(await one({ ...told, phone: '+8613800000051' })).toMatchObject({ recorded: false, problem: null });
    expect(await one(known)).toMatchObject({ recorded: false, problem: null });
    const { body } = await clients.http.get('/v1/clients').query({ phone }).expect(200);
    expect(body.items).toMatchObject([{ clientId: told.clientId }]);
  });

  it('are not somebody else who is told under the same id, which a trial says too', async () => {
    const clientId = randomUUID();
    await one({ clientId, name: '王芳', phone: '13800000052', file: {} });
    for (const dryRun of [true, false]) {
      expect(await one({ clientId, name: '李娜', phone: '13800000053', file: FILE }, dryRun)).toMatchObject({
        ...{ recorded: false, existing: true },
        problem: { code: 'file-written-already', context: { sections: ['contact'] } },
      });
    }
    expect(await page(clientId)).toMatchObject({ name: '王芳', file: {}, version: 1 });
  });

  it('take no phone that is somebody else’s, which a trial says too', async () => {
    const [phone, clientId] = ['13800000054', randomUUID()];
    await one({ clientId: randomUUID(), phone });
    await one({ clientId, memberNumber: 'card-54' });
    for (const dryRun of [true, false]) {
      const { problem } = await one({ clientId, phone, file: FILE }, dryRun);
      expect(problem?.code).toBe('client-already-registered');
    }
    expect(await page(clientId)).toMatchObject({ phone: null, file: {}, version: 1 });
  });

  it('are not filled with what is told of somebody else with the same phone', async () => {
    const [phone, first] = ['13800000041', randomUUID()];
    await one({ clientId: first, phone });
    const other = { clientId: randomUUID(), phone, file: FILE };
    expect(await one(other)).toMatchObject({ clientId: first, recorded: false, existing: true });
    expect((await page(first)).file).toEqual({});
  });

  it('stay erased, which a trial says too', async () => {
    const told = { clientId: randomUUID(), name: '吴丹', file: FILE };
    await one(told);
    const order = { reason: 'request-of-hers' };
    await clients.http.post(`/v1/clients/${told.clientId}/erasure`).send(order).expect(201);
    for (const dryRun of [true, false])
      expect(await one(told, dryRun)).toMatchObject({ recorded: false, problem: { code: 'erased' } });
  });

  it('are told with a guardian where they are not of age, which a trial says too', async () => {
    const child = { sex: 'female', birthday: childhood() };
    const mother = { guardianName: '李娜', guardianRelation: 'mother' };
    const told = (person: object, clientId: string = randomUUID()) => ({
      ...{ clientId, name: '王小雨', registeredAt: '2020-05-01T00:00:00Z', file: { person } },
    });
    for (const dryRun of [true, false]) {
      const nobody = await one(told(child), dryRun);
      expect(nobody).toMatchObject({ recorded: false, problem: { code: 'guardian-needed' } });
      const { problem } = await one(told({ ...child, ...mother }), dryRun);
      expect(problem).toBeNull();
    }
    const known = randomUUID();
    await one({ clientId: known, name: '王小雨' });
    for (const dryRun of [true, false])
      expect((await one(told(child, known), dryRun)).problem?.code).toBe('guardian-needed');
    expect(await one(told({ ...child, ...mother }, known))).toMatchObject({ recorded: true, problem: null });
  });

  it('are the first of those in a batch who have one phone', async () => {
    const [phone, first, second] = ['13800000042', randomUUID(), randomUUID()];
    const told = { storeId: 'sh-01', phone };
    const both = [
      { ...told, clientId: first, file: FILE },
      { ...told, clientId: second },
    ];
    const { body } = await post({ clients: both }).expect(200);
    expect((body as { outcomes: Outcome[] }).outcomes).toMatchObject([
      { clientId: first, recorded: true },
      { clientId: first, recorded: false },
    ]);
  });

  it('are not there at all when something of theirs cannot be kept', async () => {
    const clientId = randomUUID();
    const file = { person: { birthday: '1985-02-30' }, health: { allergies: 'nuts' } };
    const { body } = await post({ clients: [{ clientId, storeId: 'sh-01', name: '赵敏', file }] }).expect(
      400,
    );
    expect((body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual([
      ...['clients.0.file.person.birthday', 'clients.0.file'],
    ]);
    await clients.http.get(`/v1/clients/${clientId}`).expect(404);
  });

  it('come a thousand at once', async () => {
    const many = Array.from({ length: 1_000 }, (_, at) => ({
      ...{ clientId: randomUUID(), storeId: 'sh-01', memberNumber: `many-${at}`, file: FILE },
    }));
    const { body } = await post({ clients: many }).expect(200);
    expect((body as { outcomes: Outcome[] }).outcomes.filter(({ recorded }) => recorded)).toHaveLength(1_000);
  });
});
