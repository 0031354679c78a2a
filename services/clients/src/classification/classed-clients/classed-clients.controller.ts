import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { Allowed, MANAGERS } from '#libs/access';
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
import { lookedThrough } from '../../client/looked-through.query.js';
import { classedClient } from '../classification.answers.js';
import { FREQUENCIES } from '../classify.js';
import { CountedClientsQuery, type ClassedClient } from '../counted-clients.query.js';
import { isOfClasses } from './classed-clients.js';

class Wanted {
  /** Clients of this store; of all that the asker may see when left out. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  /** The day they are classed on, at their store. */
  @Day()
  on!: string;

  /** By how often they come. */
  @Optional()
  @OneOf(FREQUENCIES)
  frequency?: string;

  /** By a year's spending: a class of the policy, or `no-class` for those below every class. */
  @Optional()
  @Text({ max: 40, example: 'big-client' })
  annualSpend?: string;

  @Optional()
  @OneOf(['true', 'false'])
  vip?: string;
}

class ClassedClientsParameters extends IntersectionType(IntersectionType(Wanted, PageQuery), PositionQuery) {}

@ApiTags('clients')
@Controller('v1/client-classes')
export class ClassedClientsController {
  constructor(private readonly clients: CountedClientsQuery) {}

  @Get()
  @Allowed(...MANAGERS, 'consultant', 'integration', 'service')
  @ApiOperation({
    summary:
      'Clients of a class on a day, by their ids, each with all her classes; a page may end early, the last has no nextCursor',
  })
  @Answers(pageOf(classedClient))
  async list(
    @Query() { on, storeId, cursor = '', limit = 100, minPosition, vip, ...wanted }: ClassedClientsParameters,
  ): Promise<Page<ClassedClient>> {
    const rules = await this.clients.rules(on, storeId, minPosition);
    const isVip = vip === undefined ? undefined : vip === 'true';
    return lookedThrough({
      some: (after, most) => this.clients.some(rules, after, most),
      wanted: (one) => isOfClasses(one, { ...wanted, vip: isVip }),
      ...{ cursor, limit },
    });
  }
}
