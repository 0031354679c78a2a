import fc from 'fast-check';
import type { AuditEntry } from '#libs/service';
import { mergedTrails, type EntryOf } from './merged-trails.js';

type Log = readonly AuditEntry[];
type Logs = Readonly<Record<string, Log>>;

const entry = (position: number, second: number): AuditEntry => {
  const recordedAt = new Date(Date.UTC(2026, 2, 1) + second * 1_000).toISOString();
  const factId = `00000000-0000-7000-8000-${String(position).padStart(12, '0')}`;
  const said = { who: null, type: 'Happened', stream: 'thing:1', storeId: null, data: {} };
  return { ...said, position, factId, commandId: factId, recordedAt, occurredAt: recordedAt };
};

/** A log whose facts are recorded in the order of time, some at the same moment. */
const logs = fc
  .dictionary(fc.constantFrom('visits', 'clients', 'stores'), fc.array(fc.nat(3), { maxLength: 20 }))
  .map((steps) =>
    Object.fromEntries(
      Object.entries(steps).map(([service, seconds]) => {
        let now = 0;
        return [service, seconds.map((step, at) => entry(at + 1, (now += step)))];
      }),
    ),
  );

/** What a service answers, when it looks at so many facts at a time and gives those at odd positions. */
const part = (service: string, log: Log, after: number, looks: number, limit: number) => {
  const upToLook = Math.min(log.length, after + looks);
  const found = log.slice(after, upToLook).filter(({ position }) => position % 2 === 1);
  const entries = found.slice(0, limit);
  const upTo = entries.length === limit ? entries.at(-1)!.position : upToLook;
  return { service, entries, upTo, lookedUntil: upTo < log.length ? log[upTo - 1]!.recordedAt : null };
};

const readWhole = (all: Logs, looks: number, limit: number): EntryOf<string>[] => {
  const read: EntryOf<string>[] = [];
  let reached: Readonly<Record<string, number>> = {};
  for (let asked = 0; asked < 200; asked += 1) {
    const parts = Object.entries(all).map(([service, log]) =>
      part(service, log, reached[service] ?? 0, looks, limit),
    );
    const merged = mergedTrails(parts, limit);
    read.push(...merged.items);
    ({ reached } = merged);
    if (!merged.more) return read;
  }
  throw new Error('It does not come to an end.');
};

describe('the trails of several services as one', () => {
  it('have every entry once, in the order they were recorded, whatever the size of the parts', () => {
    fc.assert(
      fc.property(
        logs,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 7 }),
        (all, looks, limit) => {
          const read = readWhole(all, looks, limit);
          const names = read.map(({ service, position }) => `${service} ${position}`);
          const expected = Object.entries(all).flatMap(([service, log]) =>
            log.filter(({ position }) => position % 2 === 1).map(({ position }) => `${service} ${position}`),
          );
          expect([...names].sort()).toEqual(expected.sort());
          const times = read.map(({ recordedAt }) => recordedAt);
          expect(times).toEqual([...times].sort());
        },
      ),
    );
  });
});
