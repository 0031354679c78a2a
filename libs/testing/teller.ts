import type { Contract, DataOf, Message } from '#libs/contracts';
import { topicOf } from '#libs/contracts';
import { uuidv7 } from '#libs/event-store';
import { PostgresTransport, type Producer } from '#libs/messaging';
import { createDatabase, databaseName, withDatabase } from '#libs/service';

/** Tells contracts as the services that own them would, through the real transport. */
export class Teller {
  private position = 0;

  private constructor(
    readonly transport: PostgresTransport,
    private readonly producer: Producer,
  ) {}

  static async at(databaseUrl: string): Promise<Teller> {
    const bus = databaseName(databaseUrl, 'bus');
    await createDatabase(databaseUrl, bus);
    const transport = await PostgresTransport.connect(withDatabase(databaseUrl, bus));
    return new Teller(transport, await transport.producer());
  }

  /** `when` says when it happened and was recorded; the usual morning otherwise; one that is told again has the position it had. */
  async tell<C extends Contract>(
    contract: C,
    data: DataOf<C>,
    when: Partial<Pick<Message, 'time' | 'recordedAt' | 'id' | 'position'>> = {},
  ): Promise<Message> {
    const key = (data as Record<string, unknown>)[contract.key ?? ''];
    this.position += 1;
    const message: Message = {
      id: uuidv7(),
      type: contract.type,
      source: `/liren/test/${contract.type.split('.')[0]!}`,
      subject: 'test',
      time: '2026-03-01T02:00:00.000Z',
      recordedAt: '2026-03-01T02:00:00.000Z',
      position: this.position,
      key: typeof key === 'string' ? key : 'test',
      correlationId: uuidv7(),
      causationId: null,
      data,
      ...when,
    };
    await this.transport.ensureTopics([topicOf(contract.type)]);
    await this.producer.send(topicOf(contract.type), [message]);
    return message;
  }

  close(): Promise<void> {
    return this.transport.close();
  }
}
