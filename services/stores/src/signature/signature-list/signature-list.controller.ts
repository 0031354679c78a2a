import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import {
  Answers,
  Code,
  OneOf,
  Optional,
  pageOf,
  PageQuery,
  PositionQuery,
  WholeNumber,
  type Page,
} from '#libs/http';
import { StandardPath } from '../standard-path.js';
import { SignatureListQuery, type ListedSignature } from './signature-list.query.js';

class SignatureParameters extends IntersectionType(PageQuery, PositionQuery) {
  @WholeNumber({ min: 1, max: 1_000_000 })
  version!: number;

  /** Where the version is a store's own. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  @Optional()
  @OneOf(['true', 'false'])
  signed?: string;

  /** Those who have not signed and had to. */
  @Optional()
  @OneOf(['true', 'false'])
  overdue?: string;
}

@ApiTags('documents')
@Controller('v1/documents/standard/:code/signatures')
export class SignatureListController {
  constructor(private readonly signatures: SignatureListQuery) {}

  @Get()
  @Allowed(...MANAGERS, 'auditor')
  @ApiOperation({
    summary: 'Who of your stores gets a version of a standard: who has it, has signed, and is overdue',
  })
  @Answers(
    pageOf(
      z.strictObject({
        staffId: z.uuid(),
        post: z.string(),
        groups: z.array(z.string()).readonly(),
        receivedAt: z.iso.datetime().nullable(),
        signedAt: z.iso.datetime().nullable(),
        dueOn: z.iso.date().nullable(),
        overdue: z.boolean(),
      }),
    ),
  )
  list(@Param() { code }: StandardPath, @Query() asked: SignatureParameters): Promise<Page<ListedSignature>> {
    const { version, storeId, signed, overdue, cursor, limit, minPosition } = asked;
    return this.signatures.list({ code, version, storeId, signed, overdue, cursor, limit, minPosition });
  }
}
