import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { z } from 'zod';
import { CONSENT_PURPOSES, type ConsentPurpose } from '#contracts/clients/consent-purposes';
import { Allowed, STORE_STAFF } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, Code, committed, Day, OneOf, Optional, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { isMinor } from '../../age-of-consent/age-of-consent.js';
import { AgeOfConsentQuery } from '../../age-of-consent/age-of-consent.query.js';
import { GuardianBody } from '../../age-of-consent/guardian-body.config.js';
import { SealedForHer } from '../../client/sealed-for-her.query.js';
import { ConsentingClientQuery } from '../consenting-client.query.js';
import { CONSENT_CHANNELS, type ConsentChannel } from '../consent.events.js';
import { GiveConsent } from './give-consent.js';

class GiveConsentBody {
  @OneOf(CONSENT_PURPOSES)
  purpose!: ConsentPurpose;

  /** Of the text she read, which must be the one in force in her store today. */
  @Code({ example: 'health-1' })
  textVersion!: string;

  @OneOf(CONSENT_CHANNELS)
  channel!: ConsentChannel;

  /** Tells whether she is of age where her file has no birthday; it is not kept. */
  @Optional()
  @Day()
  bornOn?: string;

  /** Who consents for her while she is not of the age of consent of her store today. */
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => GuardianBody)
  @ApiProperty({ type: () => GuardianBody })
  guardian?: GuardianBody;
}

@ApiTags('clients')
@Controller('v1/clients/:clientId/consents')
export class GiveConsentController {
  constructor(
    private readonly commands: CommandBus,
    private readonly clients: ConsentingClientQuery,
    private readonly ages: AgeOfConsentQuery,
    private readonly sealed: SealedForHer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed('hq-admin', ...STORE_STAFF, 'integration')
  @ApiOperation({ summary: 'She, or a guardian for her, consents to a purpose in the words in force' })
  @Answers(z.strictObject({ clientId: z.uuid(), ...committed }), { status: 201 })
  async give(
    @Param('clientId', ParseId) clientId: string,
    @Body() { bornOn, guardian, ...told }: GiveConsentBody,
  ): Promise<Committed & { clientId: string }> {
    const { storeId, person } = await this.clients.one(clientId);
    const age = await this.ages.inStore(storeId);
    const givenAt = this.clock.now().toISOString();
    const place = { stream: `consent:${clientId}`, type: 'ConsentGiven', field: 'guardian' };
    const command = new GiveConsent({
      ...{ clientId, storeId, givenAt, ...told },
      minor: isMinor(age, person, bornOn),
      agePolicyVersion: age.policyVersion,
      guardian: guardian === undefined ? null : await this.sealed.seal(clientId, 'contact', place, guardian),
    });
    return { clientId, ...(await this.commands.execute<GiveConsent, Committed>(command)) };
  }
}
