import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ACCOUNT_ROLES, Allowed } from '#libs/access';
import { Answers, PositionQuery } from '#libs/http';
import { MySessionsQuery, type MySessionItem } from './my-sessions.query.js';

@ApiTags('sessions')
@Controller('v1/sessions')
export class MySessionsController {
  constructor(private readonly sessions: MySessionsQuery) {}

  @Get()
  @Allowed(...ACCOUNT_ROLES)
  @ApiOperation({ summary: 'Where you are signed in: since when, last used when, from where' })
  @Answers(
    z.strictObject({
      items: z
        .array(
          z.strictObject({
            sessionId: z.uuid(),
            startedAt: z.iso.datetime(),
            lastUsedAt: z.iso.datetime().describe('When its token was last renewed, each quarter of an hour'),
            endsAt: z.iso.datetime().describe('When it ends at the latest'),
            from: z.string().nullable().describe('Program and system, such as “Firefox on Windows”'),
            isThisOne: z.boolean(),
          }),
        )
        .readonly(),
    }),
  )
  async mine(@Query() { minPosition }: PositionQuery): Promise<{ items: readonly MySessionItem[] }> {
    return { items: await this.sessions.list(minPosition) };
  }
}
