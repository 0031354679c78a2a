import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { SecondFactorsQuery } from '../../account/second-factors.query.js';
import { known, staff } from '../staff.js';
import { RemoveSecondFactor, removeSecondFactor } from './remove-second-factor.js';

/** Its secret goes when the fact is there: before, a code is still asked for. */
@CommandHandler(RemoveSecondFactor)
export class RemoveSecondFactorHandler implements ICommandHandler<RemoveSecondFactor, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly factors: SecondFactorsQuery,
  ) {}

  async execute(command: RemoveSecondFactor): Promise<Committed> {
    const { staffId } = command.data;
    let removed: string | undefined;
    const committed = await this.events.transact(staff, staffId, (state) => {
      removed = known(staffId, state).secondFactor?.factorId;
      return removeSecondFactor(command, state);
    });
    if (removed !== undefined) await this.factors.forget(removed);
    return committed;
  }
}
