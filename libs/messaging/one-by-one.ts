import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '#libs/contracts';
import { derivedId, inCommandContext } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { faultOf, isInfrastructure } from './faults.js';
import type { Handlers } from './handlers.js';
import { isMalformed, type Malformed } from './transport.js';

const TRIES = 4;
const FIRST_PAUSE_MS = 50;

/** Takes one message by its handler: a refusal is final, anything else is tried again for a while. */
export class OneByOne {
  constructor(
    private readonly handlers: Handlers,
    private readonly options: {
      readonly group: string;
      readonly onError: (error: unknown, what: string) => void;
    },
  ) {}

  /** The cause why a message cannot be taken; undefined when it was. */
  async take(message: Message | Malformed): Promise<string | undefined> {
    const fault = faultOf(message);
    if (isMalformed(message) || fault !== undefined) return fault;
    for (let tries = 1; ; tries += 1) {
      try {
        await this.handle(message);
        return undefined;
      } catch (error) {
        if (isInfrastructure(error)) throw error;
        if (error instanceof Rejection) return `${error.code}: ${error.message}`;
        if (tries === TRIES) {
          this.options.onError(error, `taking ${message.type} ${message.id}`);
          return String(error);
        }
        await sleep(FIRST_PAUSE_MS * 4 ** (tries - 1));
      }
    }
  }

  /** The same message heard again is the same command. */
  commandIdFor({ id }: Message): string {
    return derivedId(id, this.options.group);
  }

  private async handle(message: Message): Promise<void> {
    const context = {
      commandId: this.commandIdFor(message),
      correlationId: message.correlationId,
      causationId: message.id,
      actor: message.source,
    };
    await inCommandContext(context, async () => this.handlers.each.get(message.type)?.(message));
  }
}
