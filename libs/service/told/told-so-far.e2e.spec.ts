import { Module } from '@nestjs/common';
import { EventStore, inCommandContext, uuidv7 } from '#libs/event-store';
import type { DomainEvent } from '#libs/event-sourcing';
import { kept, type Publisher } from '#libs/messaging';
import { eventually, startForTest, type TestedService } from '#libs/testing';
import { service } from '../index.js';

type BellRang = DomainEvent<'BellRang', object>;

const publisher: Publisher<BellRang> = { BellRang: kept };

@Module({ imports: [service({ name: 'bell', publisher })] })
class BellModule {}

describe('how far a service has come', () => {
  let bell: TestedService;
  beforeAll(async () => (bell = await startForTest(BellModule, { logLevel: 'silent' })));
  afterAll(() => bell.stop());

  const ring = (type: string): Promise<unknown> => {
    const events = [{ type, occurredAt: '2026-03-01T00:00:00.000Z', data: {} }];
    const context = { commandId: uuidv7() };
    return inCommandContext(context, () =>
      bell.app.get(EventStore).append({ context, streams: [{ stream: 'bell:1', expected: 'any', events }] }),
    );
  };
  const soFar = async () => {
    const peer = await bell.as({ role: 'service' });
    return (await peer.get('/operations/told-so-far').expect(200)).body as object;
  };

  it('is told to other services alone', async () => {
    await bell.http.get('/operations/told-so-far').expect(403);
    expect(await soFar()).toEqual({ recorded: 0, told: 0 });
  });

  it('says what it has recorded, and how much of that is told: not what it cannot tell', async () => {
    await ring('BellRang');
    await eventually(async () => expect(await soFar()).toEqual({ recorded: 1, told: 1 }));
    await ring('NobodyDecidedWhatThisTells');
    await ring('BellRang');
    await eventually(async () => expect(await soFar()).toEqual({ recorded: 3, told: 1 }));
  });
});
