import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, readAhead, type Committed } from '#libs/event-store';
import { known as knownStaff, staff, unknownStaff } from '../../staff/staff.js';
import { known, store } from '../../store/store.js';
import { handOver } from '../hand-over.js';
import { HandOverShift, handOverShift } from './hand-over-shift.js';

@CommandHandler(HandOverShift)
export class HandOverShiftHandler implements ICommandHandler<HandOverShift, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute(command: HandOverShift): Promise<Committed> {
    const check = await readAhead(this.checkTaker(command.data));
    return this.events.transact(handOver, command.data.handOverId, (state) => {
      check();
      return handOverShift(command, state);
    });
  }

  private async checkTaker({ storeId, toStaffId }: HandOverShift['data']): Promise<void> {
    known(storeId, (await this.events.see(store, storeId)).state);
    const { status, storeIds } = knownStaff(toStaffId, (await this.events.load(staff, toStaffId)).state);
    if (status === 'left' || !storeIds.includes(storeId)) throw unknownStaff(toStaffId);
  }
}
