import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { Committed } from '#libs/event-store';
import { Views } from '#libs/service';
import { startForTest, type Asking, type TestedService } from '#libs/testing';
import { RestrictClient } from '../src/client/restrict-client/restrict-client.js';
import { ClientsModule } from '../src/clients.module.js';

interface Group {
  readonly because: string[];
  readonly clientIds: string[];
}

describe('clients who are suspected to be one', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-duplicates-'));
  let clients: TestedService;
  let upTo = 0;

  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { dataFolder });
  });
  afterAll(async () => {
    await clients.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const done = async (asked: Promise<{ body: { position?: number } }>) => {
    const { body } = await asked;
    upTo = Math.max(upTo, body.position ?? 0);
    return body as Record<string, unknown>;
  };
  const registered = async (name: string, fields: object = {}, storeId = 'sh-01'): Promise<string> => {
    const asked = clients.http.post('/v1/clients').send({ storeId, name, ...fields });
    return (await done(asked.expect(201))).clientId as string;
  };
  const born = (clientId: string, birthday: string) =>
    done(clients.http.put(`/v1/clients/${clientId}/file/person`).send({ birthday }).expect(200));
  const say = (clientId: string, what: string, body: object) =>
    done(clients.http.post(`/v1/clients/${clientId}/${what}`).send(body).expect(201));
  const pageOfGroups = async (query: object = {}, who: Asking = clients.http) =>
    (
      await who
        .get('/v1/suspected-duplicates')
        .query({ minPosition: upTo, ...query })
        .expect(200)
    ).body as { items: Group[]; nextCursor: string | null };
  const groupsWith = async (clientId: string, query: object = {}, who?: Asking) =>
    (await pageOfGroups(query, who)).items
      .filter(({ clientIds }) => clientIds.includes(clientId))
      .map(({ because, clientIds }) => ({ because, clientIds }));
  const group = (because: string[], ...clientIds: string[]) => ({ because, clientIds: clientIds.sort() });

  it('are told by e-mail, by name and birthday, and by name and end of the phone, each pair once', async () => {
    const a = await registered('Li Na', { email: 'na@example.cn', phone: '13800138001' });
    const b = await registered('li na', { email: 'NA@example.cn', phone: '13900138001' }, 'sh-02');
    await born(a, '1990-05-01');
    await born(b, '1990-05-01');
    const c = await registered('Li Na', { phone: '13700137777' });
    await born(c, '1991-05-01');
    expect(await groupsWith(a)).toEqual([group(['email', 'name-and-birthday', 'name-and-phone-end'], a, b)]);
    expect(await groupsWith(c)).toEqual([]);
    await born(c, '1990-05-01');
    expect(await groupsWith(c)).toEqual([group(['name-and-birthday'], a, b, c)]);
  });

  it('are those of the asker’s stores, and of a store where somebody is of it', async () => {
    const a = await registered('Here', { email: 'here@example.cn' });
    const b = await registered('There', { email: 'here@example.cn' }, 'bj-01');
    expect(await groupsWith(a, { storeId: 'bj-01' })).toEqual([group(['email'], a, b)]);
    expect(await groupsWith(a, { storeId: 'sh-02' })).toEqual([]);
    expect(await groupsWith(a, {}, await clients.as({ role: 'store-manager', stores: ['sh-01'] }))).toEqual(
      [],
    );
    await (
      await clients.as({ role: 'front-desk', stores: ['sh-01'] })
    )
      .get('/v1/suspected-duplicates')
      .expect(403);
  });

  it('are no longer once they are merged, or said to be two, and never asked about again', async () => {
    const [a, b, c] = [
      await registered('One', { email: 'one@example.cn' }),
      await registered('Two', { email: 'one@example.cn' }),
      await registered('Three', { email: 'one@example.cn' }),
    ];
    await say(a, 'merge', { mergedId: b, reason: 'registered-twice' });
    expect(await groupsWith(a)).toEqual([group(['email'], a, c)]);
    await clients.http.post(`/v1/clients/${a}/distinctions`).send({ otherId: b }).expect(409);
    expect(await say(c, 'distinctions', { otherId: b })).toMatchObject({ appended: true });
    expect(await say(b, 'distinctions', { otherId: c })).toMatchObject({ appended: false });
    expect(await groupsWith(a)).toEqual([]);
    await say(a, 'unmerge', { mergedId: b, reason: 'mistake' });
    expect(await groupsWith(a)).toEqual([group(['email'], a, b, c)]);
    await say(a, 'distinctions', { otherId: b });
    expect(await groupsWith(b)).toEqual([]);
    expect(await groupsWith(a)).toEqual([group(['email'], a, c)]);
    await clients.http.post(`/v1/clients/${a}/distinctions`).send({ otherId: a }).expect(409);
  });

  it('come in pages', async () => {
    const all = (await pageOfGroups()).items;
    const first = await pageOfGroups({ limit: 1 });
    const second = await pageOfGroups({ limit: 1, cursor: first.nextCursor! });
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 2));
  });

  it('are none of whom what is known is kept and not used', async () => {
    const a = await registered('Kept', { email: 'kept@example.cn' });
    const b = await registered('Kept too', { email: 'kept@example.cn' });
    expect(await groupsWith(a)).toHaveLength(1);
    const restricting = {
      clientId: b,
      restrictedAt: '2026-04-30T18:00:00.000Z',
      policyVersion: 'retention@1',
    };
    const bus = clients.app.get(CommandBus);
    upTo = (await bus.execute<RestrictClient, Committed>(new RestrictClient(restricting))).position;
    expect(await groupsWith(a)).toEqual([]);
  });

  it('are none of whom what is known is gone, and the view is rebuilt as it is', async () => {
    const a = await registered('Gone', { email: 'gone@example.cn' });
    await registered('Gone too', { email: 'gone@example.cn' });
    expect(await groupsWith(a)).toHaveLength(1);
    await say(a, 'erasure', { reason: 'request-of-hers' });
    const database = clients.app.get(DataSource);
    const rows = (): Promise<unknown> => database.query('select * from client_mark order by 1');
    expect(await groupsWith(a)).toEqual([]);
    const before = await rows();
    expect(JSON.stringify(before)).not.toContain(a);
    await clients.app.get(Views).find('client_mark')!.rebuild();
    expect(await rows()).toEqual(before);
  });
});
