import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { PERSONALITIES } from '#contracts/clients/file-sections';
import { Allowed } from '#libs/access';
import { Answers, Code, OneOf, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { SECTIONS } from '../../client/file-sections.config.js';
import { lookedThrough } from '../../client/looked-through.query.js';
import { Readings } from '../../reading/readings.process.js';
import { AnalysedFilesQuery, type AnalysedFile } from '../analysed-files.query.js';

type Personality = (typeof PERSONALITIES)[number];

class Wanted {
  @OneOf(PERSONALITIES)
  personality!: Personality;

  /** Clients of this store; of all that the asker may see when left out. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;
}

class ClientsOfPersonalityParameters extends IntersectionType(
  IntersectionType(Wanted, PageQuery),
  PositionQuery,
) {}

const clientOfPersonality = z.strictObject({
  clientId: z.uuid(),
  storeId: z.string(),
  personalities: z.array(z.enum(PERSONALITIES)).readonly(),
});

type ClientOfPersonality = z.infer<typeof clientOfPersonality>;

@ApiTags('clients')
@Controller('v1/client-personalities')
export class ClientsOfPersonalityController {
  constructor(
    private readonly files: AnalysedFilesQuery,
    private readonly readings: Readings,
  ) {}

  @Get()
  @Allowed(...SECTIONS.character.roles)
  @ApiOperation({
    summary:
      'Clients of a personality, by their ids; a page may end early, the last has no nextCursor. Her access log says who saw it',
  })
  @Answers(pageOf(clientOfPersonality))
  async list(
    @Query() { personality, storeId, cursor = '', limit = 100, minPosition }: ClientsOfPersonalityParameters,
  ): Promise<Page<ClientOfPersonality>> {
    await this.files.reached(minPosition);
    const { items, nextCursor } = await lookedThrough({
      some: (after, most) => this.files.characters(storeId, after, most),
      wanted: (one) => personalitiesOf(one).includes(personality),
      ...{ cursor, limit },
    });
    const clientIds = items.map(({ clientId }) => clientId);
    await this.readings.note({ clientIds, what: 'file', purpose: 'care' });
    const shown = items.map((one) => ({
      ...{ clientId: one.clientId, storeId: one.storeId },
      personalities: personalitiesOf(one),
    }));
    return { items: shown, nextCursor };
  }
}

const personalitiesOf = ({ file }: AnalysedFile): readonly Personality[] =>
  file.character?.personalities ?? [];
