import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { EventStore } from '#libs/event-store';
import { Answers, Code, Day, Optional, ParseId } from '#libs/http';
import { ClientLinksQuery } from '../../client-link/client-links.query.js';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { contraindicationsOn, knownItem } from '../../known-item/known-item.js';
import { KnownStoresQuery } from '../../known-store/known-stores.query.js';
import { Readings } from '../../reading/readings.process.js';
import { HealthNotesQuery } from '../health-notes.query.js';
import { checkItem } from './check-item.js';

class CheckItemBody {
  @Code({ example: 'peel-30' })
  itemId!: string;

  /** The day of the appointment; today at her store when left out. */
  @Optional()
  @Day()
  on?: string;
}

const checkedItem = z.strictObject({
  itemId: z.string(),
  on: z.iso.date(),
  known: z
    .boolean()
    .describe('Whether the item ever is on the menu; of others nobody knows what speaks against them'),
});

@ApiTags('health')
@Controller('v1/clients/:clientId/item-checks')
export class CheckItemController {
  constructor(
    private readonly clients: KnownClientQuery,
    private readonly links: ClientLinksQuery,
    private readonly notes: HealthNotesQuery,
    private readonly events: EventStore,
    private readonly stores: KnownStoresQuery,
    private readonly readings: Readings,
  ) {}

  @Post()
  @HttpCode(200)
  @Allowed(...STORE_STAFF, ...MANAGERS, 'service')
  @ApiOperation({
    summary: 'Whether she may be given an item, asked at booking and at service; 409 says why not',
  })
  @Answers(checkedItem)
  async check(
    @Param('clientId', ParseId) clientId: string,
    @Body() { itemId, on: asked }: CheckItemBody,
  ): Promise<z.infer<typeof checkedItem>> {
    const { storeId } = await this.clients.one(clientId);
    const on = asked ?? (await this.stores.today(storeId));
    const { state } = await this.events.load(knownItem, itemId);
    const ofItem = contraindicationsOn(state, on);
    const clientIds = await this.links.personOf(clientId);
    const { contraindications: ofHers } = await this.notes.warning(clientIds);
    await this.readings.note({ clientIds, what: 'item-check', purpose: 'care' });
    checkItem(itemId, ofItem, ofHers);
    return { itemId, on, known: ofItem !== undefined };
  }
}
