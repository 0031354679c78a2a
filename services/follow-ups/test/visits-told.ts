import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import { topicOf, type DataOf, type Message } from '#libs/contracts';
import { uuidv7 } from '#libs/event-store';
import { PostgresTransport, type Producer } from '#libs/messaging';
import { databaseName, withDatabase, createDatabase } from '#libs/service';

export type VisitTold = DataOf<typeof visitCompleted>;

/** What the spec says and hears between services, as another service would. */
export interface Bus {
  /** Tells of visits, as visits does. */
  tell(...visits: readonly VisitTold[]): Promise<void>;
  /** What follow-ups has told so far. */
  readonly heard: readonly Message[];
  close(): Promise<void>;
}

export const openBus = async (databaseUrl: string): Promise<Bus> => {
  const name = databaseName(databaseUrl, 'bus');
  await createDatabase(databaseUrl, name);
  const transport = await PostgresTransport.connect(withDatabase(databaseUrl, name));
  await transport.ensureTopics([topicOf(visitCompleted.type)]);
  const producer = await transport.producer();
  const heard: Message[] = [];
  const subscription = await transport.subscribe({
    group: 'spec',
    topics: ['liren.follow-ups.v1'],
    resumeAt: async () => undefined,
    onBatch: async ({ messages }) => void heard.push(...(messages as Message[])),
    onError: (error) => console.error(error),
  });
  return {
    tell: telling(producer),
    heard,
    close: async () => {
      await subscription.stop();
      await transport.close();
    },
  };
};

const telling = (producer: Producer) => {
  let position = 0;
  return async (...visits: readonly VisitTold[]): Promise<void> => {
    const messages = visits.map((data): Message => {
      position += 1;
      const { visitId, clientId, completedAt } = data;
      return {
        id: uuidv7(),
        type: visitCompleted.type,
        source: '/liren/spec/visits',
        subject: `visit:${visitId}`,
        time: completedAt,
        recordedAt: completedAt,
        position,
        key: clientId ?? `visit:${visitId}`,
        correlationId: uuidv7(),
        causationId: null,
        data,
      };
    });
    await producer.send(topicOf(visitCompleted.type), messages);
  };
};

/** A visit with one line, served by one person. */
export const visitTold = (
  visit: Pick<VisitTold, 'visitId' | 'clientId' | 'storeId' | 'timeZone' | 'completedAt'>,
): VisitTold => ({
  ...visit,
  currency: 'CNY',
  lines: [{ lineId: '1', itemId: 'facial-60', quantity: 1, paidMinor: 29_800, staffId: 'li' }],
  paidMinor: 29_800,
  completedOn: visit.completedAt.slice(0, 10),
});
