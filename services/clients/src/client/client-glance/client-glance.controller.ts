import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, ParseId } from '#libs/http';
import { Readings } from '../../reading/readings.process.js';
import { clientGlance, ClientGlanceQuery, type ClientGlance } from './client-glance.query.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/glance')
export class ClientGlanceController {
  constructor(
    private readonly glances: ClientGlanceQuery,
    private readonly readings: Readings,
  ) {}

  @Get()
  @Allowed(...STORE_STAFF, ...MANAGERS)
  @ApiOperation({ summary: 'What it takes to greet her, in one call' })
  @Answers(clientGlance)
  async of(@Param('clientId', ParseId) clientId: string): Promise<ClientGlance> {
    const glance = await this.glances.of(clientId);
    await this.readings.note({ clientIds: [clientId], what: 'glance', purpose: 'care' });
    return glance;
  }
}
