import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startForTest, type Asking, type TestedService } from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

describe('clients who come together (CL-56, CL-57)', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-companions-'));
  let clients: TestedService;
  let upTo = 0;

  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { dataFolder });
  });
  afterAll(async () => {
    await clients.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const registered = async (storeId = 'sh-01'): Promise<string> => {
    const { body } = await clients.http.post('/v1/clients').send({ storeId, name: 'Li' }).expect(201);
    return body.clientId as string;
  };
  const arranged = async (groupId: string, group: object, who: Asking = clients.http) => {
    const asked = who.put(`/v1/companion-groups/${groupId}`).send({ storeId: 'sh-01', ...group });
    const { body } = await asked.expect(200);
    upTo = body.position as number;
    return body as { appended: boolean };
  };
  const get = async (path: string, who: Asking = clients.http) =>
    (await who.get(path).query({ minPosition: upTo }).expect(200)).body as Record<string, unknown>;
  const shown = (groupId: string, who?: Asking) => get(`/v1/companion-groups/${groupId}`, who);
  const groupsOf = async (clientId: string) =>
    ((await get(`/v1/clients/${clientId}/companions`)).groups as { groupId: string }[]).map(
      ({ groupId }) => groupId,
    );

  it('are a group with a leader, found by each of them, and anew when it is named anew', async () => {
    const [a, b, c] = [await registered(), await registered(), await registered()];
    const groupId = randomUUID();
    expect(await arranged(groupId, { memberIds: [a, b], leaderId: a })).toMatchObject({ appended: true });
    expect(await arranged(groupId, { memberIds: [b, a], leaderId: a })).toMatchObject({ appended: false });
    const group = { groupId, storeId: 'sh-01', memberIds: [a, b].sort(), leaderId: a };
    expect(await shown(groupId)).toEqual(group);
    expect(await get(`/v1/clients/${b}/companions`)).toEqual({ clientId: b, groups: [group] });
    await arranged(groupId, { memberIds: [a, c] });
    expect(await shown(groupId)).toEqual({ ...group, memberIds: [a, c].sort(), leaderId: null });
    expect([await groupsOf(b), await groupsOf(c)]).toEqual([[], [groupId]]);
    await arranged(groupId, { memberIds: [] });
    const gone = clients.http.get(`/v1/companion-groups/${groupId}`).query({ minPosition: upTo });
    expect((await gone.expect(404)).body).toMatchObject({ code: 'unknown-group' });
  });

  it('refuse who is alone, a leader from elsewhere, nobody’s id, and other stores', async () => {
    const [a, b, other] = [await registered(), await registered(), await registered('bj-01')];
    const path = `/v1/companion-groups/${randomUUID()}`;
    const put = (body: object, who: Asking = clients.http) =>
      who.put(path).send({ storeId: 'sh-01', ...body });
    await put({ memberIds: [a] }).expect(409);
    await put({ memberIds: [a, b], leaderId: other }).expect(409);
    await put({ memberIds: [a, randomUUID()] }).expect(404);
    await put({ memberIds: [a, 'li'] }).expect(400);
    const desk = await clients.as({ role: 'front-desk', stores: ['sh-01'] });
    await put({ memberIds: [a, other] }, desk).expect(403);
    await put({ memberIds: [a, b] }, desk).expect(200);
    const there = await clients.as({ role: 'front-desk', stores: ['bj-01'] });
    await put({ memberIds: [] }, there).expect(403);
  });

  it('are read as the survivor when they are merged, and are not told of once they are erased', async () => {
    const [a, b, c, twin] = [await registered(), await registered(), await registered(), await registered()];
    const groupId = randomUUID();
    await arranged(groupId, { memberIds: [a, twin, c], leaderId: twin });
    const merging = { mergedId: twin, reason: 'registered-twice' };
    upTo = (await clients.http.post(`/v1/clients/${b}/merge`).send(merging).expect(201)).body.position;
    expect(await shown(groupId)).toMatchObject({ memberIds: [a, b, c].sort(), leaderId: b });
    expect(await groupsOf(b)).toEqual([groupId]);
    const erasing = clients.http.post(`/v1/clients/${b}/erasure`).send({ reason: 'request-of-hers' });
    upTo = (await erasing.expect(201)).body.position;
    expect(await shown(groupId)).toMatchObject({ memberIds: [a, c].sort(), leaderId: null });
    await clients.http
      .put(`/v1/companion-groups/${randomUUID()}`)
      .send({ storeId: 'sh-01', memberIds: [a, b] })
      .expect(409);
  });
});
