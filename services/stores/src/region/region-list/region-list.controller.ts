import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, ANYBODY } from '#libs/access';
import { EventStore } from '#libs/event-store';
import { Answers } from '#libs/http';
import { CHAIN, regions } from '../region.js';

const regionList = z.strictObject({
  items: z.array(z.strictObject({ regionId: z.string(), name: z.string(), parentId: z.string().nullable() })),
});

@ApiTags('regions')
@Controller('v1/regions')
export class RegionListController {
  constructor(private readonly events: EventStore) {}

  @Get()
  @Allowed(...ANYBODY)
  @ApiOperation({ summary: 'Regions of the chain, a tree' })
  @Answers(regionList)
  async list(): Promise<z.infer<typeof regionList>> {
    return { items: Object.values((await this.events.load(regions, CHAIN)).state) };
  }
}
