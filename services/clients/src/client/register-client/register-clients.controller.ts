import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allowed } from '#libs/access';
import { z } from 'zod';
import { derivedId, inCommandContext, type Committed } from '#libs/event-store';
import { Rejection, type Clock } from '#libs/event-sourcing';
import {
  Answers,
  checked,
  instant,
  outcome,
  PHONE,
  problemOf,
  schemaOf,
  text,
  toldAt,
  uuid,
} from '#libs/http';
import { CLOCK } from '#libs/service';
import { ALREADY_REGISTERED } from '../already-registered.js';
import { ContactsQuery } from '../contacts.query.js';
import { contactOf, tellsWho } from '../contact.js';
import { RegisterClient } from './register-client.js';

const clients = z.strictObject({
  clients: z
    .array(
      z
        .strictObject({
          clientId: uuid,
          storeId: text(64),
          name: z.string().max(100).nullish(),
          phone: z.string().max(40).regex(PHONE, 'must be a phone number').nullish(),
          memberNumber: z.string().max(64).nullish(),
          email: z.email().max(254).nullish(),
          registeredAt: instant.nullish(),
        })
        .refine((one) => tellsWho(contactOf(one)), 'one of name, phone and memberNumber must be given'),
    )
    .max(1_000),
  /** Nothing is kept: outcomes say what would become of each. */
  dryRun: z.boolean().nullish(),
});

type Given = z.infer<typeof clients>['clients'][number];

const clientOutcome = z.strictObject({
  clientId: z.uuid().describe('Hers, where she was there before'),
  existing: z.boolean().describe('Whether she was there before, by her id, phone or member number'),
  ...outcome,
});
type Outcome = z.infer<typeof clientOutcome>;

const HISTORY = '6e2f0c7b-94d1-5c3e-b7a8-2d9c41e0f3aa';

@ApiTags('clients')
@Controller('v1/clients')
export class RegisterClientsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly contacts: ContactsQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('batch')
  @HttpCode(200)
  @Allowed('hq-admin', 'integration', 'service')
  @ApiOperation({
    summary: 'Register many clients of the past; each has an outcome of its own, in this order',
  })
  @ApiBody({ schema: schemaOf(clients) })
  @Answers(z.strictObject({ outcomes: z.array(clientOutcome) }))
  async register(@Body() body: unknown): Promise<{ outcomes: Outcome[] }> {
    const given = checked(clients, body);
    return {
      outcomes: await Promise.all(
        given.clients.map((one) => (given.dryRun === true ? this.tryOne(one) : this.registerOne(one))),
      ),
    };
  }

  private async tryOne(given: Given): Promise<Outcome> {
    try {
      toldAt(given.registeredAt, this.clock);
      const [holder] = await this.contacts.holdersOf(contactOf(given));
      const existing = holder !== undefined;
      return { clientId: holder ?? given.clientId, recorded: false, existing, problem: null };
    } catch (error) {
      return { clientId: given.clientId, recorded: false, existing: false, problem: problemOf(error) };
    }
  }

  private async registerOne(given: Given): Promise<Outcome> {
    const { clientId, storeId } = given;
    try {
      const registeredAt = toldAt(given.registeredAt, this.clock);
      // The id is the file's, so sending it again is the same command.
      const { appended } = await inCommandContext({ commandId: derivedId(HISTORY, clientId) }, () =>
        this.commands.execute<RegisterClient, Committed>(
          new RegisterClient({
            ...{ clientId, storeId, contact: contactOf(given) },
            ...{ purposeNotice: null, registeredAt },
          }),
        ),
      );
      return { clientId, recorded: appended, existing: !appended, problem: null };
    } catch (error) {
      const existing = existingOf(error);
      if (existing !== undefined)
        return { clientId: existing, recorded: false, existing: true, problem: null };
      return { clientId, recorded: false, existing: false, problem: problemOf(error) };
    }
  }
}

const existingOf = (error: unknown): string | undefined =>
  error instanceof Rejection && error.code === ALREADY_REGISTERED
    ? String(error.context['clientId'])
    : undefined;
