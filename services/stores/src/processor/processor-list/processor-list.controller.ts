import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { DATA_KINDS } from '#contracts/clients/data-kinds';
import { EXPORT_PURPOSES } from '#contracts/clients/export-purposes';
import { processorIdOf } from '#contracts/stores/processor-id';
import { Allowed } from '#libs/access';
import { Answers, Day, OneOf, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { ProcessorPath } from '../processor-path.js';
import { PROCESSOR_FAULTS, STANDINGS, type Standing } from '../processor-standing.js';
import { WAYS_BACK } from '../processor.events.js';
import type { Processor } from '../processor.js';
import { ProcessorListQuery, type ListedProcessor } from './processor-list.query.js';

class ProcessorParameters extends IntersectionType(PageQuery, PositionQuery) {
  /** Today by UTC, when left out. */
  @Optional()
  @Day()
  on?: string;

  @Optional()
  @OneOf(STANDINGS)
  standing?: Standing;

  /** Those with something to see to: an inspection, a finding, or data that was not given back. */
  @Optional()
  @OneOf(['true', 'false'])
  flagged?: string;
}

const day = z.iso.date();

const agreed = z.strictObject({
  effectiveFrom: day,
  lastDay: day.describe('As agreed, or earlier where it was ended'),
  endReason: z.string().nullable().describe('Null while nobody ended it before its time'),
  agreement: z.strictObject({
    agreementNumber: z.string(),
    effectiveFrom: day,
    until: day,
    name: z.string(),
    country: z.string(),
    engagedBy: z.string().nullable().describe('A legal entity; null for the chain'),
    storeIds: z.array(z.string()).readonly().nullable().describe('Null for every store of the chain'),
    purposes: z.array(z.enum(EXPORT_PURPOSES)).readonly(),
    processing: z.string(),
    kinds: z.array(z.enum(DATA_KINDS)).readonly(),
    measures: z.string(),
    assessment: z.string().describe('Code of the document of the kind `impact-assessment`'),
    inspectEveryMonths: z.int(),
    subProcessors: z.array(z.strictObject({ name: z.string(), country: z.string() })).readonly(),
  }),
});

const dataReturn = z.strictObject({ returnedOn: day, how: z.enum(WAYS_BACK), shownBy: z.string() });

const settled = z.strictObject({ settledOn: day, shownBy: z.string() });

const listed = z.strictObject({
  processorId: z.string(),
  standing: z.enum(STANDINGS),
  agreed: agreed.describe('What holds on the day, held last, or comes first'),
  inspectionDueOn: day,
  openFindings: z.array(z.strictObject({ inspectedOn: day, finding: z.string() })).readonly(),
  dataReturned: dataReturn.nullable().describe('Where its work is over'),
  faults: z.array(z.enum(PROCESSOR_FAULTS)).readonly(),
});

const history = z.strictObject({
  version: z.int().describe('Of what was told to other services last'),
  agreed: z.array(agreed).readonly().describe('In the order agreed'),
  inspections: z
    .array(
      z.strictObject({
        inspectedOn: day,
        by: z.string().describe('The account'),
        findings: z.array(z.strictObject({ finding: z.string(), settled: settled.nullable() })).readonly(),
      }),
    )
    .readonly(),
  returns: z.array(dataReturn).readonly(),
});

@ApiTags('processors')
@Controller('v1/processors')
export class ProcessorListController {
  constructor(private readonly processors: ProcessorListQuery) {}

  @Get()
  @Allowed('hq-admin', 'privacy-officer', 'auditor')
  @ApiOperation({
    summary: 'Who handles data of clients for the salon on a day, by id, and what is to be seen to',
  })
  @Answers(pageOf(listed))
  list(@Query() asked: ProcessorParameters): Promise<Page<ListedProcessor>> {
    return this.processors.list(asked);
  }

  @Get(':processorId')
  @Allowed('hq-admin', 'privacy-officer', 'auditor')
  @ApiOperation({ summary: 'All that was agreed with a processor, found there and given back' })
  @Answers(history)
  one(@Param() { processorId }: ProcessorPath): Promise<Processor> {
    return this.processors.one(processorIdOf(processorId));
  }
}
