import type { Kafka } from 'kafkajs';
import { eventually } from '#libs/testing';
import { subscribeToKafka } from './kafka-subscription.js';

/** A Kafka whose consumers do nothing but say what was asked of them, and crash when the spec says so. */
const fakeKafka = () => {
  const asked: string[] = [];
  let failures: Error[] = [];
  let crash: (payload: { error: Error; restart: boolean }) => void = () => undefined;
  const consumer = () => ({
    events: { GROUP_JOIN: 'join', CRASH: 'crash' },
    on: (event: string, listener: (event: { payload: { error: Error; restart: boolean } }) => void) => {
      if (event === 'crash') crash = (payload) => listener({ payload });
    },
    connect: async () => {
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
    },
    subscribe: async () => undefined,
    run: async () => void asked.push('run'),
    disconnect: async () => void asked.push('disconnect'),
  });
  return {
    kafka: { consumer } as unknown as Kafka,
    asked,
    crash: (error: Error, restart: boolean) => crash({ error, restart }),
    failNextConnects: (...errors: Error[]) => (failures = errors),
  };
};

describe('a subscription to Kafka whose consumer crashed', () => {
  const errors: unknown[] = [];
  beforeEach(() => errors.splice(0));

  const subscribe = (kafka: Kafka) =>
    subscribeToKafka(kafka, {
      group: 'group',
      topics: ['liren.stores.v1'],
      resumeAt: async () => undefined,
      onBatch: async () => undefined,
      onError: (error) => errors.push(error),
    });

  it('begins anew, again and again, when kafkajs has given up', async () => {
    const { kafka, asked, crash, failNextConnects } = fakeKafka();
    const subscription = await subscribe(kafka);
    const [given, away] = [new TypeError('given up'), new Error('Kafka is away')];
    failNextConnects(away);
    crash(given, false);
    await eventually(() => expect(asked).toEqual(['run', 'disconnect', 'disconnect', 'run']));
    expect(errors).toEqual([given, away]);
    crash(given, false);
    await eventually(() => expect(asked.filter((what) => what === 'run')).toHaveLength(3));
    await subscription.stop();
    expect(asked.at(-1)).toBe('disconnect');
  });

  it('leaves it to kafkajs when that begins anew itself', async () => {
    const { kafka, asked, crash } = fakeKafka();
    const subscription = await subscribe(kafka);
    crash(new Error('passes'), true);
    await subscription.stop();
    expect(asked).toEqual(['run', 'disconnect']);
    expect(errors).toHaveLength(1);
  });

  it('stops at once while it waits to begin anew', async () => {
    const { kafka, asked, crash } = fakeKafka();
    const subscription = await subscribe(kafka);
    crash(new Error('given up'), false);
    await eventually(() => expect(asked).toContain('disconnect'));
    await subscription.stop();
    expect(asked.filter((what) => what === 'run')).toHaveLength(1);
  });
});
