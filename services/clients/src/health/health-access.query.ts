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
 * What needs a consent of its own opens with that consent, or to whoever broke the glass; each refusal is a fact. What is written
 * by a consent is appended provided that it is given then, too: with the `log` of `provided`.
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
  async check(
    clientId: string,
    what: Readable,
    purpose: ConsentPurpose = 'health',
    log: Loads = this.events,
  ): Promise<ReadingPurpose> {
    if (await this.consents(clientId, purpose, log)) return 'care';
    if (purpose === 'health' && (await this.isGlassBroken(clientId, log))) return 'emergency';
    return this.refuse(clientId, what, purpose);
  }

  /** For what no emergency needs: opens with her consent alone. Refuses with `no-consent`. */
  async checkConsent(
    clientId: string,
    what: Readable,
    purpose: ConsentPurpose,
    log: Loads = this.events,
  ): Promise<void> {
    if (!(await this.consents(clientId, purpose, log))) await this.refuse(clientId, what, purpose);
  }

  /** As the log has it now; not to a text whose consents have ended. */
  consents(clientId: string, purpose: ConsentPurpose, log: Loads = this.events): Promise<boolean> {
    return this.given.isGiven(clientId, purpose, log);
  }

  private async isGlassBroken(clientId: string, log: Loads): Promise<boolean> {
    const { state } = await log.load(health, clientId);
    return isOpenTo(state, principal()?.subject, this.clock.now().toISOString());
  }

  private async refuse(clientId: string, what: Readable, purpose: ConsentPurpose): Promise<never> {
    await this.readings.noteRefused({ clientIds: [clientId], what, purpose: 'care' });
    const sentence = 'She has not consented to this, or has withdrawn her consent.';
    throw new Rejection('no-consent', sentence, { clientId, purpose }, 'forbidden');
  }
}
