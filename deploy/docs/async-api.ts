import { z } from 'zod';
import { catalogue } from '#contracts/catalogue';
import { topicOf, type Contract } from '#libs/contracts';

/** An AsyncAPI 3.0 document: one channel per topic, one message per contract, as CloudEvents in Kafka's binary mode. */
export const asyncApi = (): object => {
  const byTopic = new Map<string, Contract[]>();
  for (const one of catalogue) {
    const topic = topicOf(one.type);
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), one]);
  }
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Liren',
      version: '1',
      description:
        'Facts of a salon chain, without personal data, kept without end. Start from the first offset.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(
      [...byTopic].map(([topic, contracts]) => [topic, channelOf(topic, contracts)]),
    ),
    operations: Object.fromEntries(
      [...byTopic.keys()].map((topic) => [
        `read ${topic}`,
        { action: 'receive', channel: refTo('channels', topic) },
      ]),
    ),
    components: { messages: Object.fromEntries(catalogue.map((one) => [one.type, messageOf(one)])) },
  };
};

const channelOf = (address: string, contracts: readonly Contract[]): object => ({
  address,
  messages: Object.fromEntries(contracts.map(({ type }) => [type, refTo('components/messages', type)])),
});

const messageOf = ({ type, description, data, key }: Contract): object => ({
  name: type,
  summary: description,
  contentType: 'application/json',
  headers: {
    type: 'object',
    required: ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'position'],
    properties: Object.fromEntries(
      HEADERS.map(([name, meaning]) => [name, { type: 'string', description: meaning }]),
    ),
  },
  payload: z.toJSONSchema(data, { io: 'input' }),
  bindings: {
    kafka: {
      key: { type: 'string', description: `${key ?? 'the stream'}, else the stream` },
      bindingVersion: '0.5.0',
    },
  },
});

const HEADERS = [
  ['ce_specversion', 'Always 1.0.'],
  ['ce_id', 'The same for the same fact, however often it is sent.'],
  ['ce_type', 'The contract.'],
  ['ce_source', '/liren/<node>/<service>.'],
  ['ce_subject', 'The stream the fact belongs to.'],
  ['ce_time', 'When it happened.'],
  ['position', 'Position in the log of its service.'],
  ['recordedtime', 'When its service learned of it.'],
  ['correlationid', 'One for all that follows from one request.'],
  ['causationid', 'The message that caused it, where one did.'],
  ['traceparent', 'W3C trace context; the trace is the correlation id.'],
] as const;

const refTo = (where: string, name: string): object => ({ $ref: `#/${where}/${name}` });
