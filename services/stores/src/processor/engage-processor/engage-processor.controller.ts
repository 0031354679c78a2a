import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DATA_KINDS, type DataKind } from '#contracts/clients/data-kinds';
import { EXPORT_PURPOSES, type ExportPurpose } from '#contracts/clients/export-purposes';
import { processorIdOf } from '#contracts/stores/processor-id';
import { Allowed } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import {
  Answers,
  Code,
  Codes,
  committed,
  Count,
  Country,
  Day,
  ListOf,
  Optional,
  SomeOf,
  Text,
} from '#libs/http';
import { CLOCK } from '#libs/service';
import type { Agreement, SubProcessor } from '../processor.events.js';
import { EngageProcessor } from './engage-processor.js';

class SubProcessorBody implements SubProcessor {
  /** Of the company, never of a person. */
  @Text({ max: 100 })
  name!: string;

  @Country()
  country!: string;
}

class EngageProcessorBody {
  @Code({ example: 'text-messages' })
  processorId!: string;

  /** Of the company, never of a person. */
  @Text({ max: 100, example: 'Shanghai Messages Ltd' })
  name!: string;

  /** Where it is. */
  @Country()
  country!: string;

  /** As stores name theirs; the chain, when left out. */
  @Optional()
  @Text({ max: 200 })
  engagedBy?: string;

  /** Whose clients’ data it may have; every store of the chain, when left out. */
  @Optional()
  @Codes({ min: 1, max: 1_000 })
  storeIds?: string[];

  /** Of the paper. A change of what was agreed goes under the same number. */
  @Code({ example: 'SH-2026-041' })
  agreementNumber!: string;

  /** The first day. */
  @Day()
  effectiveFrom!: string;

  /** The last day. */
  @Day()
  until!: string;

  @SomeOf(EXPORT_PURPOSES, { min: 1 })
  purposes!: ExportPurpose[];

  /** What it does with them, and how; nothing about a person. */
  @Text({ max: 2_000, example: 'Sends messages about appointments to numbers that it is given' })
  processing!: string;

  @SomeOf(DATA_KINDS, { min: 1 })
  kinds!: DataKind[];

  /** What guards them there. */
  @Text({ max: 2_000, example: 'Encrypted, read by two people, deleted after 30 days' })
  measures!: string;

  /** Code of the document of the kind `impact-assessment` in which this was assessed before. */
  @Code({ example: 'text-messages' })
  assessment!: string;

  @Count({ max: 60 })
  inspectEveryMonths!: number;

  /** To whom it may pass work on; to nobody, when left out. */
  @Optional()
  @ListOf(() => SubProcessorBody, { max: 50 })
  subProcessors?: SubProcessorBody[];
}

@ApiTags('processors')
@Controller('v1/processors')
export class EngageProcessorController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everything that is agreed is said anew each time. Another number begins when the one before is over or was ended. */
  @Post()
  @Allowed('hq-admin', 'privacy-officer')
  @ApiOperation({
    summary:
      'Engage who handles data of clients for the salon, or renew or change what was agreed, from a day on',
  })
  @Answers(z.strictObject({ processorId: z.string(), ...committed }), { status: 201 })
  async engage(@Body() body: EngageProcessorBody): Promise<Committed & { processorId: string }> {
    const processorId = processorIdOf(body.processorId);
    const engagedAt = this.clock.now().toISOString();
    const done = await this.commands.execute<EngageProcessor, Committed>(
      new EngageProcessor({ processorId, agreement: agreementIn(body), engagedAt }),
    );
    return { processorId, ...done };
  }
}

/** Lists in one order, so that the same is the same however it is written. */
const agreementIn = ({ processorId: _, ...body }: EngageProcessorBody): Agreement => ({
  ...body,
  engagedBy: body.engagedBy ?? null,
  storeIds: body.storeIds?.toSorted() ?? null,
  purposes: EXPORT_PURPOSES.filter((one) => body.purposes.includes(one)),
  kinds: DATA_KINDS.filter((one) => body.kinds.includes(one)),
  subProcessors: (body.subProcessors ?? [])
    .map(({ name, country }) => ({ name, country }))
    .sort((one, other) => (one.name < other.name ? -1 : 1)),
});
