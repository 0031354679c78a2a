import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { known, store } from '../../store/store.js';
import { monthlyPlan, monthlyPlanId } from '../monthly-plan.js';
import { WriteMonthlyPlan, writeMonthlyPlan } from './write-monthly-plan.js';

@CommandHandler(WriteMonthlyPlan)
export class WriteMonthlyPlanHandler implements ICommandHandler<WriteMonthlyPlan, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute(command: WriteMonthlyPlan): Promise<Committed> {
    const { storeId, month } = command.data;
    const { opening } = known(storeId, (await this.events.see(store, storeId)).state);
    const decide = writeMonthlyPlan(opening.timeZone);
    return this.events.transact(monthlyPlan, monthlyPlanId(storeId, month), (state) =>
      decide(command, state),
    );
  }
}
