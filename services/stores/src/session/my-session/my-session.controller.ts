import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, principal, ROLES, type Principal } from '#libs/access';
import { Answers } from '#libs/http';
import { AccountsQuery } from '../../account/accounts.query.js';

type MySession = Omit<Principal, 'session'> & { name: string };

@ApiTags('sessions')
@Controller('v1/sessions')
export class MySessionController {
  constructor(private readonly accounts: AccountsQuery) {}

  @Get('current')
  @Allowed(...ROLES)
  @ApiOperation({ summary: 'Who you are here, and which stores are yours' })
  @Answers(
    z.strictObject({
      subject: z.string(),
      name: z.string(),
      role: z.enum(ROLES),
      stores: z.union([z.literal('every'), z.array(z.string()).readonly()]),
    }),
  )
  async mine(): Promise<MySession> {
    const { session, ...who } = principal()!;
    const account = session === null ? undefined : await this.accounts.byId(who.subject);
    return { ...who, name: account?.name ?? who.subject };
  }
}
