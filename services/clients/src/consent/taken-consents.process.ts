import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import { commandContext, inCommandContext, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import { isMinor } from '../age-of-consent/age-of-consent.js';
import { AgeOfConsentQuery } from '../age-of-consent/age-of-consent.query.js';
import { SealedForHer } from '../client/sealed-for-her.query.js';
import type { ConsentFields } from './consent-fields.config.js';
import { ConsentingClientQuery } from './consenting-client.query.js';
import { GiveConsent } from './give-consent/give-consent.js';

/** Takes a consent of hers, or a guardian's for her, wherever she is asked for it. */
@Injectable()
export class TakenConsents {
  constructor(
    private readonly commands: CommandBus,
    private readonly clients: ConsentingClientQuery,
    private readonly ages: AgeOfConsentQuery,
    private readonly sealed: SealedForHer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In her own store when nobody says where. Refuses as `giveConsent` does, and whom nobody can ask. */
  async take(
    clientId: string,
    purpose: ConsentPurpose,
    { bornOn, guardian, ...told }: ConsentFields,
    askedIn?: string,
  ): Promise<Committed> {
    const { storeId, person } = await this.clients.one(clientId);
    const age = await this.ages.inStore(storeId);
    const givenAt = this.clock.now().toISOString();
    const place = { stream: `consent:${clientId}`, type: 'ConsentGiven', field: 'guardian' };
    const command = new GiveConsent({
      ...{ clientId, storeId, purpose, givenAt, ...told },
      ...(askedIn === undefined || askedIn === storeId ? {} : { askedIn }),
      minor: isMinor(age, person, bornOn),
      agePolicyVersion: age.policyVersion,
      guardian: guardian === undefined ? null : await this.sealed.seal(clientId, 'contact', place, guardian),
    });
    return this.commands.execute<GiveConsent, Committed>(command);
  }
}

/** What she says at a desk that asked her goes to her own stream, which is her store’s; who took it stays its actor. */
export const onHerStream = <T>(say: () => Promise<T>, context = commandContext()): Promise<T> =>
  inCommandContext({ ...context, stores: undefined }, say);
