import type { KafkaMessage } from 'kafkajs';
import { uuidv7 } from '#libs/event-store';
import { aMessage } from '../testing/message.builders.js';
import { fromKafka, toKafka } from './cloud-event.js';

/** As it comes back: everything is bytes. */
const overTheWire = (produced: ReturnType<typeof toKafka>, offset = '7'): KafkaMessage => ({
  key: Buffer.from(produced.key as string),
  value: Buffer.from(produced.value as string),
  headers: Object.fromEntries(
    Object.entries(produced.headers!).map(([name, text]) => [name, Buffer.from(text as string)]),
  ),
  timestamp: '0',
  attributes: 0,
  offset,
});

describe('a message as a CloudEvent in Kafka', () => {
  it.each([null, uuidv7()])('comes back as it was sent, caused by %s', (causationId) => {
    const message = aMessage({ causationId, data: { name: '丽人 \u0000', paidMinor: 12_800 } });
    expect(fromKafka(overTheWire(toKafka(message)))).toEqual(message);
  });

  it('says in headers what CloudEvents 1.0 asks for, and the trace it belongs to', () => {
    const message = aMessage({
      id: '0195b3f0-0000-7000-8000-00000000abcd',
      correlationId: '0195b3f0-1111-7000-8000-000000000001',
    });
    const { key, value, headers } = toKafka(message);
    expect(key).toBe(message.key);
    expect(value).toBe(JSON.stringify(message.data));
    expect(headers).toEqual({
      ce_specversion: '1.0',
      ce_id: message.id,
      ce_type: message.type,
      ce_source: message.source,
      ce_subject: message.subject,
      ce_time: message.time,
      'content-type': 'application/json',
      position: String(message.position),
      recordedtime: message.recordedAt,
      correlationid: message.correlationId,
      traceparent: '00-0195b3f0111170008000000000000001-800000000000abcd-01',
    });
  });

  it.each([
    ['its JSON is broken', { value: Buffer.from('{') }, 'JSON'],
    ['it has no value', { value: null }, 'JSON'],
    ['it has no headers', { headers: {} }, 'header position is missing'],
    ['its position is no number', { headers: { position: 'soon' } }, 'no whole number'],
    ['its position is not from a log', { headers: { position: '0' } }, 'no whole number'],
    ['a header cannot be kept', { headers: { position: '1', ce_id: 'a\u0000' } }, 'ce_id'],
  ])('is malformed when %s, and keeps its key and place', (_what, broken, why) => {
    const found = fromKafka({ ...overTheWire(toKafka(aMessage()), '42'), ...broken } as KafkaMessage);
    expect(found).toMatchObject({ malformed: expect.stringContaining(why), key: 'client-1', offset: '42' });
  });

  it('has a key that can be kept, whatever its bytes', () => {
    const sent = { ...overTheWire(toKafka(aMessage())), key: Buffer.from('a\u0000b') };
    expect(fromKafka(sent)).toMatchObject({ key: 'a\ufffdb' });
    expect(fromKafka({ ...sent, key: null, value: null })).toMatchObject({ key: '' });
  });
});
