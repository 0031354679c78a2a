import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType, PickType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, ANYBODY, principal } from '#libs/access';
import {
  Answers,
  Code,
  Day,
  OneOf,
  Optional,
  pageOf,
  PageQuery,
  PositionQuery,
  Text,
  type Page,
} from '#libs/http';
import { POSTS } from '../../staff/staff.events.js';
import { KINDS, STAGES } from '../document.events.js';
import { DocumentPath } from '../document-path.js';
import { refuseReader } from '../kinds-for-privacy.js';
import { DocumentListQuery, type ListedDocument, type ListedVersion } from './document-list.query.js';

class VersionParameters extends IntersectionType(PageQuery, PositionQuery) {}

class SearchParameters extends VersionParameters {
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  /** Today in the store, when left out; by UTC for the chain. */
  @Optional()
  @Day()
  on?: string;

  /** Words it contains, in any of its languages. */
  @Optional()
  @Text({ max: 100 })
  text?: string;

  @Optional()
  @Code({ example: 'greeting' })
  situation?: string;

  @Optional()
  @OneOf(POSTS)
  post?: string;

  /** What is asked while a client is followed up by these; documents of no stage are of each. */
  @Optional()
  @OneOf(STAGES)
  stage?: string;
}

class KindPath extends PickType(DocumentPath, ['kind']) {}

const listed = {
  code: z.string(),
  storeId: z.string().nullable(),
  version: z.int(),
  effectiveFrom: z.iso.date(),
};
const content = z.record(z.string(), z.unknown());

@ApiTags('documents')
@Controller('v1/documents/:kind')
export class DocumentListController {
  constructor(private readonly documents: DocumentListQuery) {}

  @Get()
  @Allowed(...ANYBODY)
  @ApiOperation({
    summary:
      'Documents of a kind in force in a store on a day: standards, phrases, check lists, and what is for privacy',
  })
  @Answers(pageOf(z.strictObject({ ...listed, content })))
  list(@Param() { kind }: KindPath, @Query() search: SearchParameters): Promise<Page<ListedDocument>> {
    refuseReader(principal()!.role, kind);
    return this.documents.inForce(kind, search);
  }

  @Get(':code/versions')
  @Allowed(...ANYBODY)
  @ApiOperation({ summary: 'Every version of a document there was and will be' })
  @Answers(
    pageOf(
      z.strictObject({
        ...listed,
        kind: z.enum(KINDS),
        content: content.nullable(),
        publishedAt: z.iso.datetime(),
      }),
    ),
  )
  versions(
    @Param() { kind, code }: DocumentPath,
    @Query() asked: VersionParameters,
  ): Promise<Page<ListedVersion>> {
    refuseReader(principal()!.role, kind);
    return this.documents.versions(kind, code, asked);
  }
}
