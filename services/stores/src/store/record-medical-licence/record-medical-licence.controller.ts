import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { MEDICAL_SUBJECTS, type MedicalLicence, type MedicalSubject } from '#contracts/stores/medical';
import { Allowed, HEADQUARTERS } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Day, SomeOf, Text } from '#libs/http';
import { CLOCK } from '#libs/service';
import { RecordMedicalLicence } from './record-medical-licence.js';

class MedicalLicenceBody implements MedicalLicence {
  /** The first day it counts. */
  @Day()
  effectiveFrom!: string;

  /** A word of the chain's own list. */
  @Code({ max: 40, example: 'renewed' })
  reason!: string;

  @Text({ max: 64, example: 'PDY12345631010619D2152' })
  number!: string;

  @Text({ max: 200 })
  issuedBy!: string;

  /** What it lets the store treat; of 医疗美容科 without more, those that it may. */
  @SomeOf(MEDICAL_SUBJECTS, { min: 1 })
  subjects!: MedicalSubject[];

  /** The last day it is good for, as printed. */
  @Day()
  until!: string;
}

@ApiTags('stores')
@Controller('v1/stores/:storeId/medical-licences')
export class RecordMedicalLicenceController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...HEADQUARTERS)
  @ApiOperation({ summary: 'Record a medical licence of a store, or its renewal, from a day on' })
  @Answers(z.strictObject(committed), { status: 201 })
  record(@Param('storeId') storeId: string, @Body() body: MedicalLicenceBody): Promise<Committed> {
    const { effectiveFrom, reason, ...licence } = body;
    const recordedAt = this.clock.now().toISOString();
    return this.commands.execute(
      new RecordMedicalLicence({ storeId, effectiveFrom, reason, licence, recordedAt }),
    );
  }
}
