import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, ParseId } from '#libs/http';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { ClientLinksQuery } from '../client-links.query.js';

const clientLinks = z.strictObject({
  clientId: z.uuid(),
  mergedInto: z.uuid().nullable().describe('Who she is read as; null for one who stands for herself'),
  mergedIds: z.array(z.uuid()).describe('All who are read as her'),
});

@ApiTags('clients')
@Controller('v1/clients/:clientId/links')
export class ClientLinksController {
  constructor(
    private readonly clients: KnownClientQuery,
    private readonly links: ClientLinksQuery,
  ) {}

  @Get()
  @Allowed(...STORE_STAFF, ...MANAGERS, 'privacy-officer', 'auditor', 'integration', 'service')
  @ApiOperation({ summary: 'With whom she was merged' })
  @Answers(clientLinks)
  async of(@Param('clientId', ParseId) clientId: string): Promise<z.infer<typeof clientLinks>> {
    await this.clients.one(clientId);
    const [mergedInto, ids] = await Promise.all([
      this.links.mergedInto(clientId),
      this.links.idsOf(clientId),
    ]);
    return { clientId, mergedInto, mergedIds: ids.slice(1) };
  }
}
