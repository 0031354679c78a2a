import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, HEADQUARTERS } from '#libs/access';
import { Rejection, type Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, Day, OneOf, Optional, Text } from '#libs/http';
import { CLOCK } from '#libs/service';
import { LICENCES, type Licence } from '../product.events.js';
import { productIdOf } from '../product.js';
import { DescribeProduct } from './describe-product.js';

class ProductBody {
  @Code({ example: 'hydra-serum' })
  productId!: string;

  @Text({ max: 100 })
  name!: string;

  @Text({ max: 200 })
  supplier!: string;

  /** With its number; both left out for what has no licence. */
  @Optional()
  @OneOf(LICENCES)
  licenceKind?: Licence['kind'];

  @Optional()
  @Code({ example: '粤G妆网备字2021000001' })
  licenceNumber?: string;

  @Optional()
  @Day()
  licenceExpiresOn?: string;
}

@ApiTags('products')
@Controller('v1/products')
export class DescribeProductController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...HEADQUARTERS, 'integration')
  @ApiOperation({ summary: 'Say what a product is, who supplies it, and under which licence' })
  @Answers(z.strictObject(committed), { status: 201 })
  describe(@Body() body: ProductBody): Promise<Committed> {
    const { productId, name, supplier } = body;
    const described = { productId: productIdOf(productId), name, supplier, licence: licenceOf(body) };
    const describedAt = this.clock.now().toISOString();
    return this.commands.execute(new DescribeProduct({ ...described, describedAt }));
  }
}

const licenceOf = ({ licenceKind, licenceNumber, licenceExpiresOn }: ProductBody): Licence | null => {
  if (licenceKind !== undefined && licenceNumber !== undefined) {
    return { kind: licenceKind, number: licenceNumber, expiresOn: licenceExpiresOn ?? null };
  }
  if (licenceKind ?? licenceNumber ?? licenceExpiresOn) {
    throw new Rejection(
      'licence-incomplete',
      'A licence has a kind and a number: give both, or nothing of it.',
    );
  }
  return null;
};
