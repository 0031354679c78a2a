import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import { Answers, Day, OneOf, Optional, ParseId, PositionQuery } from '#libs/http';
import { ClientLinksQuery } from '../../client-link/client-links.query.js';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { KnownPoliciesQuery } from '../../known-policy/known-policies.query.js';
import { GRADES, type Grade } from '../../known-store/known-store.events.js';
import { KnownStoresQuery } from '../../known-store/known-stores.query.js';
import { paidIn } from '../../noted-visit/paid-in.js';
import { VisitHistoryQuery } from '../../noted-visit/visit-history.query.js';
import { classificationOn } from '../classification-policy.js';
import { classification } from '../classification.answers.js';
import { classify } from '../classify.js';

class ClassificationParameters extends PositionQuery {
  /** The day at the store; today when left out. */
  @Optional()
  @Day()
  on?: string;

  /** As if her store were of this grade; its own on that day when left out. */
  @Optional()
  @OneOf(GRADES)
  storeGrade?: Grade;
}

@ApiTags('clients')
@Controller('v1/clients/:clientId/classification')
export class ClientClassificationController {
  constructor(
    private readonly clients: KnownClientQuery,
    private readonly links: ClientLinksQuery,
    private readonly visits: VisitHistoryQuery,
    private readonly policies: KnownPoliciesQuery,
    private readonly stores: KnownStoresQuery,
  ) {}

  @Get()
  @Allowed(...MANAGERS, 'consultant', 'integration', 'service')
  @ApiOperation({ summary: 'Four classes of hers on a day, kept apart, each with what it was counted from' })
  @Answers(classification)
  async on(
    @Param('clientId', ParseId) clientId: string,
    @Query() { on, storeGrade, minPosition }: ClassificationParameters,
  ): Promise<z.infer<typeof classification>> {
    const { storeId } = await this.clients.one(clientId);
    const history = await this.visits.of(await this.links.idsOf(clientId), minPosition);
    const day = on ?? (await this.stores.today(storeId));
    const policy = classificationOn(await this.policies.of('client-classification'), storeId, day);
    const grade = storeGrade ?? (await this.stores.gradeOn(storeId, day));
    const paid = paidIn(await this.stores.currencyOf(storeId), history);
    return { clientId, ...classify(paid, grade, day, policy) };
  }
}
