import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { clientsMerged } from '#contracts/clients/clients-merged.v1';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import { uuidv7 } from '#libs/event-store';
import { databaseName, withDatabase } from '#libs/service';
import { eventually, freshBaseUrl, startForTest, Teller, type TestedService } from '#libs/testing';
import { ReportingModule } from '../src/reporting.module.js';
import * as told from '../src/testing/message.builders.js';

describe('clients in what is counted', () => {
  const databaseUrl = freshBaseUrl();
  const folders = ['one', 'another'].map((name) => mkdtempSync(join(tmpdir(), `liren-counted-${name}-`)));
  const [dataFolder, otherFolder] = folders as [string, string];
  const clients = Array.from({ length: 5 }, () => uuidv7());
  let teller: Teller;
  let reporting: TestedService;

  const start = (folder: string) => startForTest(ReportingModule, { databaseUrl, dataFolder: folder });
  const visit = (clientId: string, completedOn: string) =>
    teller.tell(visitCompleted, { ...told.visitCompleted().data, visitId: uuidv7(), clientId, completedOn });
  const report = async () => {
    const { knownAt, ...answer } = (await reporting.http.get('/v1/reports/store-comparison').expect(200))
      .body;
    return answer as { position: number; totals: { clients: number } };
  };
  const inDatabase = async <Row extends object>(
    text: string,
    name = databaseName(databaseUrl, 'reporting'),
  ) => {
    const url = withDatabase(databaseUrl, name);
    const database = await new DataSource({ type: 'postgres', url }).initialize();
    try {
      return await database.query<Row[]>(text);
    } finally {
      await database.destroy();
    }
  };
  const everything = async (): Promise<string> => {
    const tables = await inDatabase<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const rows = await Promise.all(
      tables.map(({ name }) => inDatabase<{ row: string }>(`select t::text as row from ${name} as t`)),
    );
    return rows
      .flat()
      .map(({ row }) => row)
      .join('\n');
  };

  beforeAll(async () => {
    teller = await Teller.at(databaseUrl);
    reporting = await start(dataFolder);
    for (const [at, clientId] of clients.entries()) {
      await visit(clientId, '2026-03-01');
      await visit(clientId, `2026-04-0${at + 1}`);
    }
    const mergedAt = '2026-04-10T00:00:00.000Z';
    const [survivorId, mergedId] = clients as [string, string];
    await teller.tell(clientsMerged, { survivorId, mergedId, storeId: 'sh-01', mergedAt });
    await eventually(async () =>
      expect(await report()).toMatchObject({ position: 11, totals: { clients: 4 } }),
    );
  });
  afterAll(async () => {
    await reporting.stop();
    await teller.close();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('are nowhere by an id that they have anywhere else', async () => {
    const kept = await everything();
    expect(kept).toContain('2026-04-05'); // it was all looked through
    expect(clients.filter((clientId) => kept.includes(clientId))).toEqual([]);
  });

  it('are the same after another start, and counted once', async () => {
    await reporting.stop();
    reporting = await start(dataFolder);
    await visit(clients[4]!, '2026-05-01');
    await eventually(async () =>
      expect(await report()).toMatchObject({ position: 12, totals: { clients: 4 } }),
    );
  });

  it('are counted with no other key beside the one that was begun with', async () => {
    const before = await report();
    await reporting.stop();
    await expect(start(otherFolder)).rejects.toThrow('is not the one that this database was begun with');
    reporting = await start(dataFolder);
    expect(await report()).toEqual(before);
  });

  it('are counted as before once all is heard again with another key, by ids that are others', async () => {
    const [before, was] = [await report(), await countedIds()];
    await reporting.stop();
    await dropReporting();
    reporting = await start(otherFolder);
    await eventually(async () => expect(await report()).toEqual(before));
    const are = await countedIds();
    expect([are.length, are.filter((id) => was.includes(id))]).toEqual([was.length, []]);
  });

  const countedIds = async (): Promise<string[]> => {
    const rows = await inDatabase<{ id: string }>(
      `select distinct "clientId" as id from metric_delta where "clientId" is not null`,
    );
    return rows.map(({ id }) => id);
  };
  const dropReporting = (): Promise<unknown> =>
    inDatabase(`drop database "${databaseName(databaseUrl, 'reporting')}" with (force)`, 'postgres');
});
