import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, pageOf, PageQuery, ParseId, PositionQuery, type Page } from '#libs/http';
import { ClientLinksQuery } from '../../client-link/client-links.query.js';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { ITEM_KINDS } from '../../known-item/known-item.events.js';
import { describedOn } from '../../known-item/known-item.js';
import { KnownItemsQuery } from '../../known-item/known-items.query.js';
import type { ClientVisitRow } from './client-visits.projection.js';
import { ClientVisitsQuery } from './client-visits.query.js';

class ClientVisitsParameters extends IntersectionType(PageQuery, PositionQuery) {}

const line = z.strictObject({
  itemId: z.string(),
  name: z.string().nullable().describe('As the menu had it that day; null for what it did not have'),
  kind: z.enum(ITEM_KINDS).nullable(),
  quantity: z.int(),
  amountMinor: z.int(),
  staffId: z.string().nullable().describe('Who served; null when that was not told'),
});

const clientVisit = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['visit', 'return']),
  clientId: z.uuid(),
  visitId: z.uuid().nullable().describe('Of a return: the visit it belongs to, when that is known'),
  storeId: z.string(),
  happenedAt: z.iso.datetime(),
  happenedOn: z.iso.date().describe('The day at the store'),
  timeZone: z.string().nullable(),
  currency: z.string().nullable(),
  amountMinor: z.int().describe('Paid by her, or given back to her'),
  lines: z.array(line).readonly(),
});

@ApiTags('clients')
@Controller('v1/clients/:clientId/visits')
export class ClientVisitsController {
  constructor(
    private readonly clients: KnownClientQuery,
    private readonly links: ClientLinksQuery,
    private readonly visits: ClientVisitsQuery,
    private readonly items: KnownItemsQuery,
  ) {}

  @Get()
  @Allowed(...STORE_STAFF, ...MANAGERS, 'privacy-officer', 'integration', 'service')
  @ApiOperation({ summary: 'What she had, what she paid and what she brought back; the newest first' })
  @Answers(pageOf(clientVisit))
  async list(
    @Param('clientId', ParseId) clientId: string,
    @Query() { cursor, limit, minPosition }: ClientVisitsParameters,
  ): Promise<Page<z.infer<typeof clientVisit>>> {
    await this.clients.one(clientId);
    const { items, nextCursor } = await this.visits.list(
      await this.links.idsOf(clientId),
      cursor,
      limit,
      minPosition,
    );
    return { items: await this.withNames(items), nextCursor };
  }

  private async withNames(visits: readonly ClientVisitRow[]): Promise<z.infer<typeof clientVisit>[]> {
    const known = await this.items.of(visits.flatMap(({ lines }) => lines.map(({ itemId }) => itemId)));
    return visits.map(({ lines, happenedOn, ...visit }) => ({
      ...{ ...visit, happenedOn },
      lines: lines.map((line) => {
        const described = describedOn(known.get(line.itemId) ?? [], happenedOn);
        return { ...line, name: described?.name ?? null, kind: described?.kind ?? null };
      }),
    }));
  }
}
