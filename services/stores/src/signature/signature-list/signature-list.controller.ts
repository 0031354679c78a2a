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
import { SignatureListQuery, type ListedSignature } from './signature-list.query.js';

class StandardPath {
  @Code({ example: 'front-desk-service' })
  code!: string;
}

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
}

@ApiTags('documents')
@Controller('v1/documents/standard/:code/signatures')
export class SignatureListController {
  constructor(private readonly signatures: SignatureListQuery) {}

  @Get()
  @Allowed(...MANAGERS, 'auditor')
  @ApiOperation({ summary: 'Who of your stores has signed a version of a standard, and who has not yet' })
  @Answers(
    pageOf(z.strictObject({ staffId: z.uuid(), post: z.string(), signedAt: z.iso.datetime().nullable() })),
  )
  list(@Param() { code }: StandardPath, @Query() asked: SignatureParameters): Promise<Page<ListedSignature>> {
    const { version, storeId, signed, cursor, limit, minPosition } = asked;
    return this.signatures.list({ code, version, storeId, signed, cursor, limit, minPosition });
  }
}
