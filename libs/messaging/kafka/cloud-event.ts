import type { IHeaders, KafkaMessage, Message as ProducedMessage } from 'kafkajs';
import type { Message } from '#libs/contracts';
import { spanIdOf, traceparentOf } from '#libs/tracing';
import type { Malformed } from '../transport.js';

/** A message as a CloudEvent 1.0 in Kafka's binary mode: what it is in headers, its data as the value. */
export const toKafka = (message: Message): ProducedMessage => {
  const headers: IHeaders = {
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
    traceparent: traceparentOf({ correlationId: message.correlationId, spanId: spanIdOf(message.id) }),
  };
  if (message.causationId !== null) headers['causationid'] = message.causationId;
  return { key: message.key, value: JSON.stringify(message.data), headers };
};

export const fromKafka = ({ key, value, offset, headers = {} }: KafkaMessage): Message | Malformed => {
  const text = value?.toString() ?? '';
  const readableKey = (key?.toString() ?? '').replaceAll('\0', '\ufffd');
  const header = (name: string): string => textOf(name, headers[name]);
  try {
    const position = Number(header('position'));
    if (!Number.isSafeInteger(position) || position < 1)
      throw new Error('The position is no whole number from 1.');
    return {
      id: header('ce_id'),
      type: header('ce_type'),
      source: header('ce_source'),
      subject: header('ce_subject'),
      time: header('ce_time'),
      recordedAt: header('recordedtime'),
      position,
      key: readableKey,
      correlationId: header('correlationid'),
      causationId: headers['causationid'] === undefined ? null : header('causationid'),
      data: JSON.parse(text) as unknown,
    };
  } catch (error) {
    return { malformed: (error as Error).message, offset, key: readableKey, raw: text };
  }
};

/** A header that is there, and that a database can keep. */
const textOf = (name: string, value: IHeaders[string]): string => {
  if (value === undefined) throw new Error(`The header ${name} is missing.`);
  const text = value.toString();
  if (text.includes('\0')) throw new Error(`The header ${name} has a letter that cannot be kept.`);
  return text;
};
