import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern } from '@nestjs/microservices';
import { of } from 'rxjs';
import { commandContext, inCommandContext, uuidv7 } from '#libs/event-store';
import type { Message } from '#libs/contracts';
import type { Handlers } from './handlers.js';
import { BATCH, FIRST, LirenStrategy } from './liren-strategy.js';
import { aMessage } from './testing/message.builders.js';

type Handle = (message: unknown, context: unknown) => unknown;

@Controller()
class Keeping {
  @EventPattern(['visits.visit-completed.v1', 'visits.goods-returned.v1'], BATCH)
  keepVisits(_messages: readonly Message[]): void {}

  @EventPattern('stores.store-opened.v1', BATCH)
  keepStores(_messages: readonly Message[]): void {}
}

@Module({ controllers: [Keeping] })
class KeepingModule {}

const asked: string[] = [];

@Controller()
class Noting {
  @EventPattern('visits.visit-completed.v1')
  async note(_message: Message): Promise<void> {
    asked.push(`noting ${commandContext().commandId}`);
  }
}

@Controller()
class Earning {
  @EventPattern('visits.visit-completed.v1')
  async earn(_message: Message): Promise<void> {
    asked.push(`earning ${commandContext().commandId}`);
  }
}

@Module({ controllers: [Noting, Earning] })
class NotingAndEarningModule {}

/** As Nest itself finds and wraps the handlers of a module. */
const handlersIn = async (module: object): Promise<{ handlers: Handlers; close(): Promise<void> }> => {
  let found: Handlers | undefined;
  const strategy = new LirenStrategy(async (handlers) => {
    found = handlers;
    return { stop: async () => undefined };
  });
  const app = await NestFactory.createMicroservice(module, { strategy, logger: false });
  await app.listen();
  return { handlers: found!, close: () => app.close() };
};

/** What a service's `@EventPattern` handlers become. */
const handlersOf = async (...added: [string, Handle, object?][]): Promise<Handlers> => {
  let found: Handlers | undefined;
  const strategy = new LirenStrategy(async (handlers) => {
    found = handlers;
    return { stop: async () => undefined };
  });
  for (const [type, handle, extras] of added) {
    const own: Handle = (message, context) => handle(message, context); // Nest has one for each, too
    strategy.addHandler(type, own as never, true, extras as never);
  }
  const failed = await new Promise<unknown>((resolve) => strategy.listen(resolve));
  if (failed !== undefined) throw failed as Error;
  return found!;
};

describe('handlers of @EventPattern', () => {
  const type = 'visits.visit-completed.v1';

  it('are given the message, also when there are several and when they answer by an observable', async () => {
    const given: unknown[] = [];
    const { each } = await handlersOf(
      [type, (message) => Promise.resolve(given.push(message))],
      [type, (message) => of(given.push(message))],
    );
    const message = aMessage();
    await each.get(type)!(message);
    expect(given).toEqual([message, message]);
  });

  it('are commands of their own, the same ones whenever the message comes', async () => {
    const ids: string[] = [];
    const note: Handle = async () => ids.push(commandContext().commandId);
    const { each } = await handlersOf([type, note], [type, note]);
    const commandId = uuidv7();
    for (let times = 0; times < 2; times += 1) {
      await inCommandContext({ commandId }, () => each.get(type)!(aMessage()));
    }
    expect(ids[0]).toBe(commandId);
    expect(ids[1]).not.toBe(commandId);
    expect(ids.slice(2)).toEqual(ids.slice(0, 2));
  });

  it('come before all others where they say so', async () => {
    const came: string[] = [];
    const come =
      (who: string): Handle =>
      async () =>
        came.push(who);
    const { each } = await handlersOf(
      [type, come('one')],
      [type, come('another')],
      [type, come('first'), { ...FIRST }],
    );
    await each.get(type)!(aMessage());
    expect(came).toEqual(['first', 'one', 'another']);
  });

  it('fail with the error that was thrown', async () => {
    const { each } = await handlersOf([type, () => Promise.reject(new TypeError('a mistake'))]);
    await expect(each.get(type)!(aMessage())).rejects.toThrow('a mistake');
  });

  it('are given whole batches with the transaction when they say so', async () => {
    const given: unknown[][] = [];
    const { each, batches } = await handlersOf([type, async (...call) => given.push(call), { ...BATCH }]);
    const [messages, transaction] = [[aMessage()] as Message[], {} as never];
    await batches.get(type)!(messages, transaction);
    expect(given).toEqual([[messages, { transaction }]]);
    expect(each.size).toBe(0);
  });

  it('take a contract one by one or in batches, not both', async () => {
    const handle: Handle = async () => undefined;
    await expect(handlersOf([type, handle], [type, handle, { ...BATCH }])).rejects.toThrow(
      'visits.visit-completed.v1 is taken in batches and by another handler too',
    );
  });

  it('of two controllers are each asked once, as commands of their own, however Nest has chained them', async () => {
    const { handlers, close } = await handlersIn(NotingAndEarningModule);
    const commandId = uuidv7();
    await inCommandContext({ commandId }, () => handlers.each.get(type)!(aMessage()));
    await close();
    expect(asked.map((one) => one.split(' ')[0])).toEqual(['noting', 'earning']);
    expect(new Set(asked.map((one) => one.split(' ')[1])).size).toBe(2);
  });

  it('are one for all types of a method, so that a batch of several types keeps its order', async () => {
    const { handlers, close } = await handlersIn(KeepingModule);
    const { batches } = handlers;
    expect(batches.get('visits.goods-returned.v1')).toBe(batches.get(type));
    expect(batches.get('stores.store-opened.v1')).not.toBe(batches.get(type));
    await close();
  });
});
