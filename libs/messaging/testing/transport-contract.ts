import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '#libs/contracts';
import { uuidv7 } from '#libs/event-store';
import { eventually } from '#libs/testing';
import type { Batch, Transport } from '../transport.js';
import { group, type Group } from './group.js';
import { aMessage, messages } from './message.builders.js';

/** What every transport keeps to. `connect` gives one as another process has it; what it opened is closed afterwards. */
export const transportContract = (name: string, connect: () => Promise<Transport>): void => {
  describe(`messages through ${name}`, () => {
    const opened: { close(): Promise<void> }[] = [];
    let here: Transport;
    let topic: string;
    let readers: Group;

    beforeAll(async () => {
      here = await connect();
      opened.push(here);
    });
    beforeEach(async () => {
      topic = `liren.spec-${uuidv7()}.v1`;
      readers = group(`group-${uuidv7()}`, [topic]);
      await here.ensureTopics([topic]);
    });
    afterEach(() => {
      expect(readers.faults).toEqual([]);
    });
    afterAll(async () => {
      for (const one of opened.reverse()) await one.close();
    });

    const elsewhere = async (): Promise<Transport> => {
      const transport = await connect();
      opened.push(transport);
      return transport;
    };
    const send = async (...sends: readonly (readonly Message[])[]): Promise<void> => {
      const producer = await here.producer();
      for (const one of sends) await producer.send(topic, one);
      await producer.close();
    };
    const byKey = (told: readonly Message[]): Record<string, number[]> => {
      const found: Record<string, number[]> = {};
      for (const { key, position } of told) (found[key] ??= []).push(position);
      return found;
    };
    const allTaken = (sent: readonly Message[]): Promise<void> =>
      eventually(() => expect(new Set(readers.taken.map(({ id }) => id)).size).toBe(sent.length), 20_000);

    it('arrive as they were sent, in order within a key', async () => {
      const sent = [...messages(30, 4), aMessage({ data: { name: '丽人 \u0000 ☺' }, causationId: uuidv7() })];
      await send(sent.slice(0, 10), sent.slice(10, 11), sent.slice(11), []);
      const member = await readers.join(here);
      await allTaken(sent);
      await member.stop();
      expect(byKey(readers.taken)).toEqual(byKey(sent));
      const ordered = [...readers.taken].sort((one, other) => one.position - other.position);
      expect(ordered).toEqual(sent);
    });

    it('end where a reader that has taken all of them goes on', async () => {
      const sent = messages(30, 10);
      await send(sent.slice(0, 20), sent.slice(20));
      const member = await readers.join(here);
      await allTaken(sent);
      await member.stop();
      const ends = await (await elsewhere()).ends([topic]);
      const length = ends.reduce((sum, { nextOffset }) => sum + nextOffset, 0);
      expect(length).toBeGreaterThanOrEqual(sent.length);
      for (const { partition, nextOffset } of ends) {
        expect(readers.offsets.get(`${topic}/${partition}`) ?? '0').toBe(String(nextOffset));
      }
    });

    it('arrive while one listens', async () => {
      const member = await readers.join(here);
      const sent = messages(3);
      for (const message of sent) {
        await send([message]);
        await eventually(() => expect(readers.taken.at(-1)?.id).toBe(message.id));
      }
      await member.stop();
    });

    it('arrive all, when there are ten thousand', async () => {
      const sent = messages(10_000, 100);
      const pages = Array.from({ length: 20 }, (_, page) => sent.slice(page * 500, page * 500 + 500));
      const member = await readers.join(await elsewhere());
      await send(...pages);
      await allTaken(sent);
      await member.stop();
      expect(byKey(readers.taken)).toEqual(byKey(sent));
    });

    it('arrive when they are large, and together larger than anything that may be sent at once', async () => {
      const sent = messages(60, 1, { data: { text: 'x'.repeat(300_000) } });
      await send(sent);
      const member = await readers.join(here);
      await allTaken(sent);
      await member.stop();
      expect(byKey(readers.taken)).toEqual(byKey(sent));
    });

    it('go on after the place that was stored, when a reader comes back', async () => {
      const [before, after] = [messages(20, 5), messages(20, 5)];
      await send(before);
      const first = await readers.join(here);
      await allTaken(before);
      await first.stop();
      await send(after);
      const second = await readers.join(await elsewhere());
      await allTaken([...before, ...after]);
      await second.stop();
      expect(readers.taken).toHaveLength(40);
    });

    it('come again when their batch failed, and nothing of their key before them', async () => {
      const sent = messages(40, 8);
      let failures = 0;
      const fail = async (batch: Batch): Promise<void> => {
        // The kind of error matters: a client library may give up at a mistake of ours.
        if (failures < 5) throw new TypeError(`failure ${(failures += 1)} of ${batch.partition}`);
      };
      await send(sent.slice(0, 20), sent.slice(20));
      const member = await readers.join(here, fail);
      await allTaken(sent);
      await member.stop();
      expect(failures).toBe(5);
      expect(readers.errors.length).toBeGreaterThanOrEqual(5);
      expect(byKey(readers.taken)).toEqual(byKey(sent));
    });

    it('of one topic do not come twice at once because those of another fail', async () => {
      const slow = `liren.spec-${uuidv7()}.v1`;
      readers = group(`group-${uuidv7()}`, [topic, slow]);
      await here.ensureTopics([slow]);
      const sent = messages(2);
      const producer = await here.producer();
      await producer.send(slow, [sent[0]!]);
      await producer.send(topic, [sent[1]!]);
      await producer.close();
      let failures = 0;
      const member = await readers.join(here, async (batch) => {
        if (batch.topic === slow) await sleep(1_500);
        else if (failures < 2) throw new Error(`failure ${(failures += 1)}`);
      });
      await allTaken(sent);
      await member.stop();
    });

    it('are not given to a reader that has stopped, who first ends what it has in hand', async () => {
      await send(messages(10, 10));
      let begun = 0;
      let ended = 0;
      const member = await readers.join(here, async () => {
        begun += 1;
        await sleep(300);
        ended += 1;
      });
      await eventually(() => expect(begun).toBeGreaterThan(0));
      await member.stop();
      expect(ended).toBe(begun);
      await send(messages(10, 10));
      await sleep(300);
      expect(ended).toBe(begun);
    });

    it('go to two members of a group, never one batch to both at once, and to the other when one leaves', async () => {
      const sent = messages(3_000, 40);
      const slowly = (): Promise<void> => sleep(5);
      const first = await readers.join(here, slowly);
      await send(...Array.from({ length: 10 }, (_, page) => sent.slice(page * 100, page * 100 + 100)));
      const second = await readers.join(await elsewhere(), slowly);
      await send(
        ...Array.from({ length: 10 }, (_, page) => sent.slice(1_000 + page * 100, 1_100 + page * 100)),
      );
      await first.stop();
      await send(
        ...Array.from({ length: 10 }, (_, page) => sent.slice(2_000 + page * 100, 2_100 + page * 100)),
      );
      await allTaken(sent);
      await second.stop();
      expect(byKey(readers.taken)).toEqual(byKey(sent));
    });

    it('go to every group', async () => {
      const sent = messages(5);
      await send(sent);
      const others = group(`group-${uuidv7()}`, [topic]);
      const members = [await readers.join(here), await others.join(here)];
      await allTaken(sent);
      await eventually(() => expect(others.taken).toEqual(sent));
      await Promise.all(members.map((member) => member.stop()));
    });

    it('keep their topic when it is made again, by several at once', async () => {
      const sent = messages(2);
      await send(sent);
      const [fresh, there] = [`liren.spec-${uuidv7()}.v1`, await elsewhere()];
      const makers = [here, there, here, there];
      await Promise.all(makers.map((transport) => transport.ensureTopics([topic, fresh])));
      const member = await readers.join(there);
      await allTaken(sent);
      await member.stop();
    });

    it('are not sent to a topic that was never made', async () => {
      const producer = await here.producer();
      await expect(producer.send(`liren.spec-${uuidv7()}.v1`, messages(1))).rejects.toThrow();
      await producer.close();
    });
  });
};
