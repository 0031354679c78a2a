import { Module } from '@nestjs/common';
import pg from 'pg';
import { pino } from 'pino';
import { EventStore, inCommandContext, uuidv7 } from '#libs/event-store';
import type { DomainEvent, Projection } from '#libs/event-sourcing';
import { eventually, freshBaseUrl, startForTest, testServerUrl, type TestedService } from '#libs/testing';
import { ClockWatch } from './clock-watch.js';
import { DATABASE, databaseName, service, type Database } from './index.js';

type BellRang = DomainEvent<'BellRang', object>;

const faultyView: Projection<BellRang, { key: string }> = {
  name: 'faulty',
  columns: { key: 'text' },
  key: 'key',
  on: {
    BellRang: () => {
      throw new Error('a view with a fault');
    },
  },
};

@Module({ imports: [service({ name: 'bell', views: [faultyView] })] })
class BellModule {}

describe('whether a service can be asked', () => {
  const databaseUrl = freshBaseUrl();
  const database = databaseName(databaseUrl, 'bell');
  const server = new pg.Client({ connectionString: `${testServerUrl()}/postgres` });
  let bell: TestedService;
  beforeAll(async () => {
    await server.connect();
    bell = await startForTest(BellModule, { databaseUrl, logLevel: 'silent' });
  });
  afterAll(async () => {
    await bell.stop();
    await server.end();
  });

  const health = async () => {
    const { status, body } = await bell.unsigned.get('/health/ready'); // anybody, whatever time it is
    return [status, body] as const;
  };

  it('can, from its start', async () => {
    expect(await health()).toEqual([200, { status: 'ready', troubles: [] }]);
  });

  it('cannot while its database takes nobody, and can again', async () => {
    await server.query(`alter database ${database} allow_connections false`);
    await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      database,
    ]);
    expect(await health()).toMatchObject([503, { status: 'not-ready' }]);
    await server.query(`alter database ${database} allow_connections true`);
    await eventually(async () => expect(await health()).toMatchObject([200, { status: 'ready' }]));
  });

  it.each([
    [3_600_000, 'this machine’s clock is 3600 s ahead of PostgreSQL’s'],
    [-60_000, 'this machine’s clock is 60 s behind PostgreSQL’s'],
  ])('can although its clock is %i ms off, says so, and warns once', async (offMs, trouble) => {
    const real = Date.now;
    Date.now = () => real() + offMs;
    let written = '';
    const logger = pino({ level: 'warn' }, { write: (line) => (written += line) });
    const clocks = new ClockWatch(bell.app.get<Database>(DATABASE).pool, (said) => logger.warn(said));
    try {
      await eventually(async () =>
        expect(await health()).toEqual([200, { status: 'ready', troubles: [trouble] }]),
      );
      await clocks.compare();
      await clocks.compare();
      expect(
        written
          .trim()
          .split('\n')
          .map((line) => (JSON.parse(line) as { msg: string }).msg),
      ).toEqual([trouble]);
    } finally {
      Date.now = real;
    }
    await eventually(async () => expect(await health()).toEqual([200, { status: 'ready', troubles: [] }]));
  });

  it('can although a view fails, and says which', async () => {
    await inCommandContext({ commandId: uuidv7() }, () =>
      bell.app.get(EventStore).append({
        context: { commandId: uuidv7() },
        streams: [
          {
            ...{ stream: 'bell:1', expected: 'noStream' },
            events: [{ type: 'BellRang', occurredAt: '2026-03-01T00:00:00.000Z', data: {} }],
          },
        ],
      }),
    );
    await eventually(async () => {
      const troubles = ['view faulty fails and is tried again'];
      expect(await health()).toEqual([200, { status: 'ready', troubles }]);
    });
  });

  it('goes on when a rebuild fails, and says why it did', async () => {
    await bell.http.post('/operations/views/faulty/rebuild').expect(202);
    await eventually(async () => {
      const { body } = await bell.http.get('/operations/views');
      expect(body).toMatchObject([
        { name: 'faulty', rebuilding: null, rebuildFailure: 'a view with a fault' },
      ]);
    });
    expect((await health())[0]).toBe(200);
  });
});
