import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import { Answers, Code, Optional, PositionQuery } from '#libs/http';
import { SMALLEST_GROUP } from '../../client/small-groups.js';
import { PersonaQuery, type Persona } from './persona.query.js';

class Wanted {
  /** Of this store; of all that the asker may see when left out. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;
}

class PersonaParameters extends IntersectionType(Wanted, PositionQuery) {}

const trait = z.string().nullable();

const persona = z.strictObject({
  on: z.iso.date(),
  policyVersions: z.record(z.string(), z.string()).describe('By store: what spending is classed by'),
  cells: z
    .array(
      z.strictObject({
        storeId: z.string().nullable().describe('Null for clients of several stores, few in each'),
        ageBand: trait.describe('Null where it is not known, and below 20'),
        sex: trait,
        spend: trait.describe('Her class by a year’s spending; null for who is of none'),
        need: trait.describe('What she comes for: her care tendency'),
        clients: z.int().min(SMALLEST_GROUP),
      }),
    )
    .readonly(),
});

@ApiTags('clients')
@Controller('v1/client-persona')
export class PersonaController {
  constructor(private readonly personas: PersonaQuery) {}

  @Get()
  @Allowed(...MANAGERS, 'hq-analyst')
  @ApiOperation({
    summary: `How many clients are alike in age, sex, spending and need, today; nothing of fewer than ${SMALLEST_GROUP}`,
  })
  @Answers(persona)
  of(@Query() { storeId, minPosition }: PersonaParameters): Promise<Persona> {
    return this.personas.of(storeId, minPosition);
  }
}
