import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { product } from '../product.js';
import { DescribeProduct, describeProduct } from './describe-product.js';

@CommandHandler(DescribeProduct)
export class DescribeProductHandler implements ICommandHandler<DescribeProduct, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: DescribeProduct): Promise<Committed> {
    return this.events.transact(product, command.data.productId, (state) => describeProduct(command, state));
  }
}
