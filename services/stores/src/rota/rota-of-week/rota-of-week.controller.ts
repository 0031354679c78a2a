import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, Code, Day } from '#libs/http';
import { FAULTS } from '../rota-faults.js';
import { RotaOfWeekQuery, type RotaOfWeek } from './rota-of-week.query.js';

class RotaParameters {
  @Code({ example: 'sh-01' })
  storeId!: string;

  /** Its Monday. */
  @Day()
  week!: string;
}

const of = { staffId: z.uuid(), day: z.iso.date() };
const published = {
  storeId: z.string(),
  week: z.iso.date(),
  version: z.int(),
  shifts: z.array(z.strictObject({ ...of, from: z.string(), until: z.string() })).readonly(),
  duties: z.array(z.strictObject({ ...of, duty: z.string() })).readonly(),
  reason: z.string().nullable(),
  publishedAt: z.iso.datetime(),
};
const fault = z.strictObject({ ...of, day: z.iso.date().nullable(), fault: z.enum(FAULTS) });
const history = z.strictObject({ items: z.array(z.strictObject(published)).readonly() });

@ApiTags('rotas')
@Controller('v1/rotas')
export class RotaOfWeekController {
  constructor(private readonly rotas: RotaOfWeekQuery) {}

  @Get()
  @Allowed(...MANAGERS, ...STORE_STAFF, 'auditor')
  @ApiOperation({ summary: 'Who works when in a store in a week, and what of it cannot be any more' })
  @Answers(
    z.strictObject({
      ...published,
      faults: z.array(fault).readonly(),
      withoutHygiene: z.array(z.iso.date()).readonly(),
    }),
  )
  one(@Query() { storeId, week }: RotaParameters): Promise<RotaOfWeek> {
    return this.rotas.one(storeId, week);
  }

  @Get('versions')
  @Allowed(...MANAGERS, ...STORE_STAFF, 'auditor')
  @ApiOperation({ summary: 'Every version of a week’s rota that was published, and why it was changed' })
  @Answers(history)
  async versions(@Query() { storeId, week }: RotaParameters): Promise<z.infer<typeof history>> {
    return { items: await this.rotas.versions(storeId, week) };
  }
}
