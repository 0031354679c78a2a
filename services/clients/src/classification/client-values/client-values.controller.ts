import { BadRequestException, Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import { Answers, Code, Currency, Day, Optional, PageQuery, PositionQuery } from '#libs/http';
import { KnownPoliciesQuery } from '../../known-policy/known-policies.query.js';
import { ABC, abcOn } from '../abc.js';
import { ClientValuesQuery, type ClientValues } from './client-values.query.js';

class Wanted {
  /** What was paid in this store; in all that the asker may see when left out. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  /** The first day, at the store. */
  @Day()
  from!: string;

  /** The last day, at the store. */
  @Day()
  to!: string;

  /** May be left out where what was paid is of one. */
  @Optional()
  @Currency()
  currency?: string;
}

class ClientValuesParameters extends IntersectionType(IntersectionType(Wanted, PageQuery), PositionQuery) {}

const part = z.number().min(0).max(1);
const classOf = z.enum(ABC);

const clientValues = z.strictObject({
  policyVersion: z.string(),
  currency: z.string().nullable().describe('Null where nothing was paid'),
  summary: z.strictObject({
    clients: z.int().describe('Who paid more than she got back'),
    paidMinor: z.int(),
    classes: z.array(z.strictObject({ class: classOf, clients: z.int(), paidMinor: z.int() })).readonly(),
    clientsFor80Percent: z.int().describe('How many it takes to bring 80 % of what was paid'),
    shareOfClientsFor80Percent: part
      .nullable()
      .describe('Which part of all they are: 0.2 by the rule of 80 and 20'),
  }),
  items: z
    .array(
      z.strictObject({
        clientId: z.uuid(),
        class: classOf,
        paidMinor: z.int().describe('Less what was given back in the period'),
        visits: z.int(),
        share: part.describe('Of what all paid'),
        cumulatedShare: part.describe('Of her and all who paid more'),
      }),
    )
    .readonly(),
  nextCursor: z.string().nullable(),
});

/** What she paid, and who she is. */
const PLACE = /^\d{1,15} [0-9a-f-]{36}$/;

const malformed = (field: string, fault: string): BadRequestException =>
  new BadRequestException({ errors: [{ field, faults: [fault] }] });

@ApiTags('clients')
@Controller('v1/client-values')
export class ClientValuesController {
  constructor(
    private readonly values: ClientValuesQuery,
    private readonly policies: KnownPoliciesQuery,
  ) {}

  @Get()
  @Allowed(...MANAGERS, 'hq-analyst', 'finance')
  @ApiOperation({
    summary: 'Clients by what they paid in a period, in classes A, B and C; ids only, no names',
  })
  @Answers(clientValues)
  async list(
    @Query() { limit = 100, cursor, ...asked }: ClientValuesParameters,
  ): Promise<ClientValues & { policyVersion: string }> {
    const { from, to, storeId = null } = asked;
    if (from > to) throw malformed('to', 'must not be before from');
    if (cursor !== undefined && !PLACE.test(cursor)) throw malformed('cursor', 'must be a nextCursor');
    const policy = abcOn(await this.policies.of('client-classification'), storeId, to);
    return {
      policyVersion: policy.version,
      ...(await this.values.list({ ...asked, cursor, limit }, policy)),
    };
  }
}
