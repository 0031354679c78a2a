import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { Answers, ParseId, PositionQuery } from '#libs/http';
import { ClientLinksQuery } from '../../client-link/client-links.query.js';
import { SEES_CLIENTS } from '../../client/client-roles.js';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { companionGroupAnswer } from './companion-group.answers.js';
import { CompanionsQuery } from './companions.query.js';

const companions = z.strictObject({ clientId: z.uuid(), groups: z.array(companionGroupAnswer) });

@ApiTags('clients')
@Controller('v1/clients/:clientId/companions')
export class CompanionsController {
  constructor(
    private readonly clients: KnownClientQuery,
    private readonly links: ClientLinksQuery,
    private readonly companions: CompanionsQuery,
  ) {}

  @Get()
  @Allowed(...SEES_CLIENTS)
  @ApiOperation({ summary: 'With whom she comes' })
  @Answers(companions)
  async of(
    @Param('clientId', ParseId) clientId: string,
    @Query() { minPosition }: PositionQuery,
  ): Promise<z.infer<typeof companions>> {
    await this.clients.one(clientId);
    const groups = await this.companions.with(await this.links.idsOf(clientId), minPosition);
    return { clientId, groups };
  }
}
