import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, Day, Optional, ParseId, PositionQuery } from '#libs/http';
import { ClientLinksQuery } from '../../client-link/client-links.query.js';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { describedOn } from '../../known-item/known-item.js';
import { KnownItemsQuery } from '../../known-item/known-items.query.js';
import { ITEM_KINDS } from '../../known-item/known-item.events.js';
import { PurchasesQuery } from '../purchases.query.js';

class Wanted {
  /** Up to the end of this day, at the store; all there is when left out. */
  @Optional()
  @Day()
  on?: string;
}

class PurchasesParameters extends IntersectionType(Wanted, PositionQuery) {}

const day = z.iso.date().nullable();

const purchases = z.strictObject({
  clientId: z.uuid(),
  items: z
    .array(
      z.strictObject({
        itemId: z.string(),
        name: z
          .string()
          .nullable()
          .describe('As the menu had it when she had it last; null for what it never had'),
        kind: z.enum(ITEM_KINDS).nullable(),
        times: z.int().describe('Visits on which she had it'),
        quantity: z.int(),
        returnedQuantity: z.int(),
        amounts: z
          .array(
            z.strictObject({
              currency: z.string().nullable().describe('Null of goods brought back whose bill nobody knows'),
              paidMinor: z.int(),
              returnedMinor: z.int(),
            }),
          )
          .readonly(),
        firstOn: day,
        lastOn: day,
        everyDays: z.int().nullable().describe('From one day on which she had it to the next, on average'),
      }),
    )
    .readonly(),
});

const EVER = '9999-12-31';

@ApiTags('clients')
@Controller('v1/clients/:clientId/purchases')
export class PurchasesController {
  constructor(
    private readonly clients: KnownClientQuery,
    private readonly links: ClientLinksQuery,
    private readonly purchases: PurchasesQuery,
    private readonly items: KnownItemsQuery,
  ) {}

  @Get()
  @Allowed(...STORE_STAFF, ...MANAGERS, 'privacy-officer', 'integration', 'service')
  @ApiOperation({ summary: 'What she had and bought, item by item: how often, for how much, first and last' })
  @Answers(purchases)
  async of(
    @Param('clientId', ParseId) clientId: string,
    @Query() { on = EVER, minPosition }: PurchasesParameters,
  ): Promise<z.infer<typeof purchases>> {
    await this.clients.one(clientId);
    const found = await this.purchases.of(await this.links.idsOf(clientId), on, minPosition);
    const known = await this.items.of(found.map(({ itemId }) => itemId));
    const items = found.map((one) => {
      const described = describedOn(known.get(one.itemId) ?? [], one.lastOn ?? on);
      return { ...one, name: described?.name ?? null, kind: described?.kind ?? null };
    });
    return { clientId, items };
  }
}
