import { storeOpened } from '#contracts/stores/store-opened.v1';
import { topicOf, type Message } from '#libs/contracts';
import { uuidv7 } from '#libs/event-store';
import { PostgresTransport } from '#libs/messaging';
import { createDatabase, databaseName, withDatabase } from '#libs/service';

/** What the spec says and hears between services, as another service would. */
export interface Bus {
  /** Tells that a store was opened, as stores does. */
  tellOf(store: { storeId: string; timeZone: string }): Promise<void>;
  /** What complaints has told so far. */
  readonly heard: readonly Message[];
  close(): Promise<void>;
}

export const openBus = async (databaseUrl: string): Promise<Bus> => {
  const name = databaseName(databaseUrl, 'bus');
  await createDatabase(databaseUrl, name);
  const transport = await PostgresTransport.connect(withDatabase(databaseUrl, name));
  const topic = topicOf(storeOpened.type);
  await transport.ensureTopics([topic]);
  const producer = await transport.producer();
  const heard: Message[] = [];
  const subscription = await transport.subscribe({
    group: 'spec',
    topics: ['liren.complaints.v1'],
    resumeAt: async () => undefined,
    onBatch: async ({ messages }) => void heard.push(...(messages as Message[])),
    onError: (error) => console.error(error),
  });
  let position = 0;
  return {
    tellOf: (store) => producer.send(topic, [storeMessage(store, (position += 1))]),
    heard,
    close: async () => {
      await subscription.stop();
      await transport.close();
    },
  };
};

const OPENED_AT = '2026-01-01T00:00:00.000Z';

const storeMessage = (store: { storeId: string; timeZone: string }, position: number): Message => ({
  id: uuidv7(),
  type: storeOpened.type,
  source: '/liren/spec/stores',
  subject: `store:${store.storeId}`,
  time: OPENED_AT,
  recordedAt: OPENED_AT,
  position,
  key: store.storeId,
  correlationId: uuidv7(),
  causationId: null,
  data: {
    ...store,
    name: store.storeId,
    region: '',
    currency: 'CNY',
    legalEntity: '',
    grade: 'C',
    openedAt: OPENED_AT,
  },
});
