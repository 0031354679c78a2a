import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import {
  Answers,
  Code,
  Optional,
  pageOf,
  PageQuery,
  PositionQuery,
  WholeNumber,
  type Page,
} from '#libs/http';
import { FilesToUpdateQuery, type FileToUpdate } from './files-to-update.query.js';

class Wanted {
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  /** Files with a lower score of 100. */
  @Optional()
  @WholeNumber({ max: 100 })
  below?: number;

  /** Files nobody has looked at for so many days. */
  @Optional()
  @WholeNumber({ min: 1, max: 3_650 })
  days?: number;
}

class FilesToUpdateParameters extends IntersectionType(IntersectionType(Wanted, PageQuery), PositionQuery) {}

const fileToUpdate = z.strictObject({
  clientId: z.uuid(),
  storeId: z.string(),
  score: z.int().describe('How complete the file is, of 100'),
  missing: z.array(z.string()).readonly().describe('Fields that would raise it, those worth most first'),
  lookedAtOn: z.iso.datetime().describe('When somebody last opened it, changed it or found it right'),
});

@ApiTags('clients')
@Controller('v1/files-to-update')
export class FilesToUpdateController {
  constructor(private readonly files: FilesToUpdateQuery) {}

  @Get()
  @Allowed(...STORE_STAFF, ...MANAGERS)
  @ApiOperation({ summary: 'Files that lack much, or that nobody has looked at for long' })
  @Answers(pageOf(fileToUpdate))
  list(
    @Query() { cursor = '', limit = 100, below = 60, days = 180, ...asked }: FilesToUpdateParameters,
  ): Promise<Page<FileToUpdate>> {
    return this.files.list({ ...asked, cursor, limit, below, days });
  }
}
