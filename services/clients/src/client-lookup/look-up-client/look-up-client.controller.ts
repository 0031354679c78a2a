import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, STORE_STAFF } from '#libs/access';
import { Answers, Code, malformed, ObjectOf, OneOf, Optional } from '#libs/http';
import { ContactFields } from '../../client/contact-fields.config.js';
import { contactOf } from '../../client/contact.js';
import { greeting } from '../../client/greetings.query.js';
import { ConsentFields } from '../../consent/consent-fields.config.js';
import { REASONS, type Reason } from '../client-lookup.events.js';
import { ClientLookUps } from './client-look-ups.process.js';

class LookUpClientBody extends PickType(ContactFields, ['phone', 'memberNumber']) {
  @Code({ example: 'sh-02' })
  storeId!: string;

  @OneOf(REASONS)
  reason!: Reason;

  /**
   * Hers to `sharing-with-franchise`, given at this desk: needed where her file is another company’s, and recorded before she is
   * looked for; nothing of it is where nobody is found. For whoever is not of age it names the guardian who gives it.
   */
  @Optional()
  @ObjectOf(() => ConsentFields)
  consent?: ConsentFields;
}

const found = z.strictObject({
  lookupId: z.uuid(),
  client: greeting
    .nullable()
    .describe('Null where nobody is found whom this store may know of: her file may be another company’s'),
});

@ApiTags('clients')
@Controller('v1/client-lookups')
export class LookUpClientController {
  constructor(private readonly lookUps: ClientLookUps) {}

  @Post()
  @Allowed(...STORE_STAFF)
  @ApiOperation({
    summary:
      'Find a client of another store by her whole phone or number, on the record; of another company’s, with her consent',
  })
  @Answers(found, { status: 201 })
  lookUp(@Body() { phone, memberNumber, ...asked }: LookUpClientBody): Promise<z.infer<typeof found>> {
    return this.lookUps.lookUp({ ...asked, contact: exactly({ phone, memberNumber }) });
  }
}

const exactly = (given: Pick<LookUpClientBody, 'phone' | 'memberNumber'>) => {
  const contact = contactOf(given);
  if (Object.keys(contact).length === 1) return contact;
  throw malformed('phone', 'one of phone and memberNumber must be given');
};
