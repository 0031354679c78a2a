import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CONTRAINDICATION } from '#contracts/stores/contraindications';
import { MEDICAL_REASONS, MEDICAL_SUBJECTS, type Medical } from '#contracts/stores/medical';
import { Allowed, HEADQUARTERS } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import {
  Answers,
  Code,
  Codes,
  committed,
  Count,
  Day,
  ObjectOf,
  OneOf,
  Optional,
  SomeOf,
  Text,
} from '#libs/http';
import { CLOCK } from '#libs/service';
import { ITEM_KINDS, type ItemKind } from '../item.events.js';
import { OfferItem } from './offer-item.js';

class MedicalBody implements Medical {
  /** What the licence of a store that gives it must name. */
  @OneOf(MEDICAL_SUBJECTS)
  subject!: Medical['subject'];

  @SomeOf(MEDICAL_REASONS, { min: 1 })
  because!: Medical['because'];
}

class OfferItemBody {
  @Code({ example: 'hydra-01' })
  itemId!: string;

  @Day()
  effectiveFrom!: string;

  @Text({ max: 100 })
  name!: string;

  @OneOf(ITEM_KINDS)
  kind!: ItemKind;

  @Count({ max: 1_440 })
  durationMinutes!: number;

  /** Rooms and devices it takes. */
  @Optional()
  @Codes({ max: 20 })
  needs?: string[];

  /** Words of the list that the health vault has too, or `allergy:<substance>`. */
  @Optional()
  @Codes({ max: 50, like: CONTRAINDICATION })
  contraindications?: string[];

  @Optional()
  @Codes({ max: 50 })
  products?: string[];

  /** Of a treatment that is invasive, or with a drug or a medical device; left out of care. */
  @Optional()
  @ObjectOf(() => MedicalBody)
  medical?: MedicalBody;
}

@ApiTags('items')
@Controller('v1/items')
export class OfferItemController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...HEADQUARTERS, 'integration')
  @ApiOperation({ summary: 'Put an item on the menu from a day on, or describe it otherwise from then' })
  @Answers(z.strictObject({ itemId: z.string(), ...committed }), { status: 201 })
  async offer(@Body() body: OfferItemBody): Promise<Committed & { itemId: string }> {
    const { itemId, effectiveFrom, name, kind, durationMinutes } = body;
    const { needs = [], contraindications = [], products = [], medical } = body;
    const described = { name, kind, durationMinutes, needs, contraindications, products };
    const description = { ...described, ...(medical === undefined ? {} : { medical }) };
    const offeredAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<OfferItem, Committed>(
      new OfferItem({ itemId, effectiveFrom, description, offeredAt }),
    );
    return { itemId, ...committed };
  }
}
