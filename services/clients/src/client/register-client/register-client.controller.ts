import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { newId, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, Code, committed, Day, malformed, ObjectOf, Optional, Uuid } from '#libs/http';
import { CLOCK } from '#libs/service';
import { GuardianBody } from '../../age-of-consent/guardian-body.config.js';
import { ContactFields } from '../contact-fields.config.js';
import { contactOf, tellsWho } from '../contact.js';
import type { FileFields } from '../file-sections.config.js';
import { RegisterClient } from './register-client.js';

class RegisterClientBody extends ContactFields {
  @Optional()
  @Uuid()
  clientId?: string;

  @Code({ example: 'sh-01' })
  storeId!: string;

  /** The notice she was told, which must be the one in force in the store today; that one when left out. */
  @Optional()
  @Code({ example: '2026-01' })
  purposeNotice?: string;

  /** For the section `person` of her file. Below the age of consent of the store it needs `guardian`. */
  @Optional()
  @Day()
  birthday?: string;

  /** Who consents to her file while she is not of age; for the section `person`, too. */
  @Optional()
  @ObjectOf(() => GuardianBody)
  guardian?: GuardianBody;
}

@ApiTags('clients')
@Controller('v1/clients')
export class RegisterClientController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF, ...MANAGERS, 'integration')
  @ApiOperation({ summary: 'Register a client: at least a name, a phone or a member number' })
  @Answers(z.strictObject({ clientId: z.uuid(), ...committed }), { status: 201 })
  async register(@Body() body: RegisterClientBody): Promise<Committed & { clientId: string }> {
    const contact = contactOf(body);
    if (!tellsWho(contact)) {
      throw malformed('name', 'one of name, phone and memberNumber must be given');
    }
    const clientId = body.clientId ?? newId('client');
    const { storeId, purposeNotice } = body;
    const registeredAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<RegisterClient, Committed>(
      new RegisterClient({ clientId, storeId, contact, purposeNotice, registeredAt, file: fileOf(body) }),
    );
    return { clientId, ...committed };
  }
}

const fileOf = ({ birthday, guardian }: RegisterClientBody): FileFields => {
  const person = {
    ...(birthday !== undefined && { birthday }),
    ...(guardian !== undefined && { guardianName: guardian.name, guardianRelation: guardian.relation }),
    ...(guardian?.phone !== undefined && { guardianPhone: guardian.phone }),
  };
  return Object.keys(person).length === 0 ? {} : { person };
};
