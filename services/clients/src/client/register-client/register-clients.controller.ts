import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { Answers, checked, schemaOf } from '#libs/http';
import { pastClientOutcome, pastClients, type PastClientOutcome } from './past-clients.answers.js';
import { PastClients } from './past-clients.process.js';

@ApiTags('clients')
@Controller('v1/clients')
export class RegisterClientsController {
  constructor(private readonly clients: PastClients) {}

  /** Whoever may ask may write every section of a file; `service` brings what somebody of the other two has given it. */
  @Post('batch')
  @HttpCode(200)
  @Allowed('hq-admin', 'integration', 'service')
  @ApiOperation({
    summary:
      'Register many clients of the past, with their files; each has an outcome of its own, in this order',
  })
  @ApiBody({ schema: schemaOf(pastClients) })
  @Answers(z.strictObject({ outcomes: z.array(pastClientOutcome) }))
  async register(@Body() body: unknown): Promise<{ outcomes: PastClientOutcome[] }> {
    const { clients, dryRun } = checked(pastClients, body);
    const outcomes = dryRun === true ? this.clients.tryOutAll(clients) : this.clients.registerAll(clients);
    return { outcomes: await outcomes };
  }
}
