import { Inject, Injectable } from '@nestjs/common';
import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import { principal } from '#libs/access';
import { EventStore, type Loads } from '#libs/event-store';
import { Rejection, type Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import { ConsentsQuery } from '../consent/consents.query.js';
import type { Readable, ReadingPurpose } from '../reading/reading.events.js';
import { Readings } from '../reading/readings.process.js';
import { health, isOpenTo } from './health.js';

/**
 * What needs a consent of its own opens with that consent, or to whoever broke the glass; each refusal is a fact, once it stands.
 * What is written by a consent is appended provided that it is given then, too: `need` it there, and have the whole `noted`.
 */
@Injectable()
export class HealthAccessQuery {
  constructor(
    private readonly events: EventStore,
    private readonly readings: Readings,
    private readonly given: ConsentsQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Resolves to what it may be opened for. Refuses with `no-consent`. */
  check(clientId: string, what: Readable, purpose: ConsentPurpose = 'health'): Promise<ReadingPurpose> {
    return this.noted(clientId, what, () => this.need(clientId, purpose));
  }

  /** The same, and no fact. */
  async need(clientId: string, purpose: ConsentPurpose, log: Loads = this.events): Promise<ReadingPurpose> {
    if (await this.consents(clientId, purpose, log)) return 'care';
    if (purpose === 'health' && (await this.isGlassBroken(clientId, log))) return 'emergency';
    throw noConsent(clientId, purpose);
  }

  /** For what no emergency needs: her consent alone opens it. Refuses with `no-consent`, and no fact. */
  async needConsent(clientId: string, purpose: ConsentPurpose, log: Loads = this.events): Promise<void> {
    if (!(await this.consents(clientId, purpose, log))) throw noConsent(clientId, purpose);
  }

  /** Does it; where that is refused with `no-consent`, the refusal is a fact. */
  async noted<T>(clientId: string, what: Readable, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Rejection && error.code === NO_CONSENT)
        await this.readings.noteRefused({ clientIds: [clientId], what, purpose: 'care' });
      throw error;
    }
  }

  /** As the log has it now; not to a text whose consents have ended. */
  consents(clientId: string, purpose: ConsentPurpose, log: Loads = this.events): Promise<boolean> {
    return this.given.isGiven(clientId, purpose, log);
  }

  private async isGlassBroken(clientId: string, log: Loads): Promise<boolean> {
    const { state } = await log.load(health, clientId);
    return isOpenTo(state, principal()?.subject, this.clock.now().toISOString());
  }
}

const NO_CONSENT = 'no-consent';

const noConsent = (clientId: string, purpose: ConsentPurpose): Rejection =>
  new Rejection(
    NO_CONSENT,
    'She has not consented to this, or has withdrawn her consent.',
    { clientId, purpose },
    'forbidden',
  );
