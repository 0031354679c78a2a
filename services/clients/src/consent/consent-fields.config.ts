import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { Code, Day, OneOf, Optional, Phone, Text } from '#libs/http';
import { CONSENT_CHANNELS, type ConsentChannel } from './consent.events.js';

class GuardianBody {
  @Text({ max: 100 })
  name!: string;

  @Text({ max: 40, example: 'mother' })
  relation!: string;

  @Optional()
  @Phone()
  phone?: string;
}

/** How a consent is told over HTTP, whatever it is to. */
export class ConsentFields {
  /** Of the text she read, which must be the one in force today in the store where she is asked. */
  @Code({ example: 'health-1' })
  textVersion!: string;

  @OneOf(CONSENT_CHANNELS)
  channel!: ConsentChannel;

  /** Tells whether she is under 14 where her file has no birthday; it is not kept. */
  @Optional()
  @Day()
  bornOn?: string;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => GuardianBody)
  @ApiProperty({ type: () => GuardianBody })
  guardian?: GuardianBody;
}
