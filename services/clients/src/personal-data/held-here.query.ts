import { Injectable } from '@nestjs/common';
import type { Recorded } from '#libs/event-sourcing';
import { open, PURPOSES, Vault, type Envelope, type Keys } from '#libs/privacy';
import { heldFactOf, HeldFactsQuery, type HeldFact } from '#libs/service';
import type { Fact } from '../publishing/client.publisher.js';
import { onlyHers } from './only-hers.js';
import { sealedIn } from './sealed-parts.js';

type KeysOf = Readonly<Record<(typeof PURPOSES)[number], ReadonlyMap<string, Keys>>>;

/** What this service's log holds about a client, opened. */
@Injectable()
export class HeldHereQuery {
  constructor(
    private readonly held: HeldFactsQuery,
    private readonly vault: Vault,
  ) {}

  /** In the order they were recorded; what is erased in one is null, and of several people it names her alone. */
  async about(clientIds: readonly string[]): Promise<HeldFact[]> {
    const facts = (await this.held.about(clientIds)) as Recorded<Fact>[];
    const keys = await Promise.all(
      PURPOSES.map(async (purpose) => [purpose, await this.vault.findMany([...clientIds], purpose)]),
    );
    return facts
      .map((fact) => opened(fact, Object.fromEntries(keys) as KeysOf))
      .map((held) => ({ ...held, data: onlyHers(held.data, clientIds) }));
  }
}

const opened = (fact: Recorded<Fact>, keys: KeysOf): HeldFact => {
  const held = heldFactOf(fact);
  const part = sealedIn(fact);
  if (part === undefined) return held;
  const { property, purpose, field } = part;
  const envelope = held.data[property] as Envelope | null;
  if (envelope === null) return held;
  const { stream, type } = fact;
  const says = open<object>(
    envelope,
    { stream, type, field },
    keys[purpose].get(String(held.data['clientId'])),
  );
  return { ...held, data: { ...held.data, [property]: says === 'erased' ? null : says } };
};
