export { Consumer } from './consumer.js';
export type { BatchHandler, Handlers, MessageHandler } from './handlers.js';
export { KafkaTransport } from './kafka/kafka-transport.js';
export { BATCH, FIRST, LirenStrategy, type BatchContext } from './liren-strategy.js';
export { Messaging1700000000001 } from './migrations/1700000000001-messaging.js';
export { messagingSchema } from './messaging.sql.js';
export type { ParkedMessage } from './parking.js';
export { PostgresTransport } from './postgres/postgres-transport.js';
export { kept, messageOf, tell, type Published, type Publisher } from './publisher.js';
export { Relay } from './relay.js';
export type {
  Batch,
  Malformed,
  PartitionEnd,
  Producer,
  SubscribeOptions,
  Subscription,
  Transport,
} from './transport.js';
