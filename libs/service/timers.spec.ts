import { Module } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, inCommandContext, uuidv7, type Committed } from '#libs/event-store';
import type { Aggregate, DomainEvent, Recorded } from '#libs/event-sourcing';
import { eventually, freshBaseUrl, movableClock, startForTest, type TestedService } from '#libs/testing';
import { service, timers } from './index.js';

type AlarmSet = DomainEvent<'AlarmSet', { alarmId: string; at: string }>;
type AlarmRang = DomainEvent<'AlarmRang', { alarmId: string }>;
type AlarmEvent = AlarmSet | AlarmRang;

const alarm: Aggregate<'unset' | 'set' | 'rang', AlarmEvent> = {
  category: 'alarm',
  initial: 'unset',
  evolve: (_before, event) => (event.type === 'AlarmSet' ? 'set' : 'rang'),
};

class Ring {
  constructor(readonly alarmId: string) {}
}

/** What the next firings of an alarm run into. */
const trouble = new Map<string, ('crash before' | 'crash after' | 'nothing happens')[]>();

@CommandHandler(Ring)
class RingHandler implements ICommandHandler<Ring, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute({ alarmId }: Ring): Promise<Committed> {
    const what = trouble.get(alarmId)?.shift();
    if (what === 'crash before') throw new Error('crash before');
    if (what === 'nothing happens') return { position: 0, version: 0, appended: false };
    const rang: AlarmRang = {
      type: 'AlarmRang',
      occurredAt: '2026-03-01T00:00:00.000Z',
      data: { alarmId },
    };
    const committed = await this.events.transact(alarm, alarmId, (state) => (state === 'set' ? [rang] : []));
    if (what === 'crash after') throw new Error('crash after');
    return committed;
  }
}

const alarmTimers = timers<AlarmEvent>({
  AlarmSet: ({ data: { alarmId, at } }, rows) =>
    rows.set(alarmId, { key: alarmId, dueAt: at, name: 'ring', data: { alarmId } }),
  AlarmRang: ({ data }, rows) => rows.delete(data.alarmId),
});

@Module({
  imports: [
    service({
      name: 'alarms',
      views: [alarmTimers],
      commandForTimer: ({ data }) => new Ring(data['alarmId'] as string),
    }),
  ],
  providers: [RingHandler],
})
class AlarmsModule {}

describe('timers', () => {
  const clock = movableClock('2026-03-01T00:00:00.000Z');
  const databaseUrl = freshBaseUrl();
  let alarms: TestedService;

  const begin = () => startForTest(AlarmsModule, { databaseUrl, clock, logLevel: 'silent' });
  const set = async (at: string, ...alarmIds: string[]) => {
    for (const alarmId of alarmIds) {
      const fact: AlarmSet = {
        type: 'AlarmSet',
        occurredAt: clock.now().toISOString(),
        data: { alarmId, at },
      };
      await inCommandContext({ commandId: uuidv7() }, () =>
        alarms.app.get(EventStore).transact(alarm, alarmId, () => [fact]),
      );
    }
  };
  const rung = async (): Promise<string[]> =>
    (await alarms.app.get(EventStore).readAll(0, 10_000))
      .filter(({ type }) => type === 'AlarmRang')
      .map((event) => (event as Recorded<AlarmRang>).data.alarmId);

  beforeAll(async () => {
    alarms = await begin();
  });
  afterAll(() => alarms.stop());

  it('fire when the clock says so, those of an earlier moment first', async () => {
    await set('2026-03-01T12:00:00.000Z', 'noon');
    await set('2026-03-01T09:00:00.000Z', 'nine');
    await set('2026-03-01T12:00:00.001Z', 'after noon');
    clock.moveTo('2026-03-01T12:00:00.000Z');
    await eventually(async () => expect(await rung()).toEqual(['nine', 'noon']));
    clock.moveTo('2026-03-01T12:00:00.001Z');
    await eventually(async () => expect(await rung()).toEqual(['nine', 'noon', 'after noon']));
  });

  it('fire at once when the service comes back after their moment', async () => {
    await set('2026-03-02T00:00:00.000Z', 'night');
    await alarms.stop();
    clock.moveTo('2026-03-03T00:00:00.000Z');
    alarms = await begin();
    await eventually(async () => expect(await rung()).toContain('night'));
  });

  it('fire once, whether a crash comes before the fact or after it', async () => {
    trouble.set('early', ['crash before', 'crash before']);
    trouble.set('late', ['crash after', 'crash after']);
    await set('2026-03-03T00:00:00.000Z', 'early', 'late');
    await eventually(async () => expect(await rung()).toEqual(expect.arrayContaining(['early', 'late'])));
    expect(await timesRung('early')).toBe(1);
    expect(await timesRung('late')).toBe(1);
  });

  it('fire once when two processes of the service run', async () => {
    const other = await begin();
    const many = Array.from({ length: 300 }, (_, at) => `twice ${at}`);
    await set('2026-03-04T00:00:00.000Z', ...many);
    clock.moveTo('2026-03-04T00:00:00.000Z');
    await eventually(async () => expect(await rung()).toEqual(expect.arrayContaining(many)));
    await other.stop();
    const all = await rung();
    expect(new Set(all).size).toBe(all.length);
  });

  it('are not held up by one that keeps failing, or that nothing clears', async () => {
    trouble.set(
      'failing',
      Array.from({ length: 1_000 }, () => 'crash before'),
    );
    trouble.set(
      'idle',
      Array.from({ length: 1_000 }, () => 'nothing happens'),
    );
    await set('2026-03-05T00:00:00.000Z', 'failing', 'idle');
    await set('2026-03-05T00:00:00.001Z', 'behind');
    clock.moveTo('2026-03-06T00:00:00.000Z');
    await eventually(async () => expect(await rung()).toContain('behind'));
    expect(await rung()).not.toContain('failing');
    trouble.clear();
    await eventually(async () => expect(await rung()).toContain('failing'));
  });

  it.each([
    ['keep failing', 'crash before'],
    ['nothing clears', 'nothing happens'],
  ] as const)('are not held up by more than a page of those that %s', async (_which, what) => {
    const many = Array.from({ length: 450 }, (_, at) => `${what} ${at}`);
    for (const alarmId of many) trouble.set(alarmId, Array<typeof what>(1_000).fill(what));
    const behind = `behind those: ${what}`;
    await set('2026-03-06T00:00:00.000Z', ...many);
    await set('2026-03-06T00:00:00.001Z', behind);
    clock.moveTo('2026-03-07T00:00:00.000Z');
    await eventually(async () => expect(await rung()).toContain(behind));
    expect(await rung()).not.toContain(many[0]);
    await eventually(async () => {
      const troubles = (await alarms.http.get('/health/ready')).body as { troubles: string[] };
      expect(troubles.troubles).toContain('timers fails and is tried again');
    });
    trouble.clear();
  });

  const timesRung = async (alarmId: string) => (await rung()).filter((one) => one === alarmId).length;
});
