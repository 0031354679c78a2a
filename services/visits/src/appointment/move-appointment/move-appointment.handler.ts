import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf } from '#libs/calendar';
import { EventStore, type Committed } from '#libs/event-store';
import { unerased } from '#libs/service';
import { ItemChecksQuery } from '../../contraindicated-item/item-checks.query.js';
import { KnownStoresQuery } from '../../known-store/known-stores.query.js';
import { appointment, unknownAppointment } from '../appointment.js';
import { MenuChecksQuery } from '../menu-checks.query.js';
import { refusalOf } from '../time-taken.js';
import { MoveAppointment, moveAppointment } from './move-appointment.js';

@CommandHandler(MoveAppointment)
export class MoveAppointmentHandler implements ICommandHandler<MoveAppointment, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly stores: KnownStoresQuery,
    private readonly menu: MenuChecksQuery,
    private readonly checks: ItemChecksQuery,
  ) {}

  async execute(command: MoveAppointment): Promise<Committed> {
    const { appointmentId, startsAt } = command.data;
    const { state } = await this.events.see(appointment, appointmentId);
    if (state.status === 'unknown') throw unknownAppointment(appointmentId);
    const { status, agreed } = state;
    const { timeZone } = await this.stores.find(agreed.storeId);
    const decide = moveAppointment(timeZone);
    // What speaks against an item, what the store may give and what it offers may differ by the day.
    if (status === 'booked' && startsAt !== undefined && startsAt !== agreed.startsAt) {
      const wasDone = (): Promise<boolean> => this.events.wasDone();
      const on = dayOf(startsAt, timeZone);
      if (on !== agreed.startsOn) await this.menu.check({ ...agreed, on }, wasDone);
      await this.checks.check({ ...agreed, at: startsAt }, wasDone);
    }
    return this.events
      .transact(appointment, appointmentId, (now) => decide(command, now), {
        provided: (log) => unerased([agreed.clientId], log),
      })
      .catch((error: unknown) => {
        throw refusalOf(error);
      });
  }
}
