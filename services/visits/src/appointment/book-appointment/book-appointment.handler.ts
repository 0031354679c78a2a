import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf } from '#libs/calendar';
import { EventStore, type Committed } from '#libs/event-store';
import { unerased } from '#libs/service';
import { ItemChecksQuery } from '../../contraindicated-item/item-checks.query.js';
import { KnownStoresQuery } from '../../known-store/known-stores.query.js';
import { appointment } from '../appointment.js';
import { MenuChecksQuery } from '../menu-checks.query.js';
import { refusalOf } from '../time-taken.js';
import { BookAppointment, bookAppointment } from './book-appointment.js';

@CommandHandler(BookAppointment)
export class BookAppointmentHandler implements ICommandHandler<BookAppointment, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly stores: KnownStoresQuery,
    private readonly menu: MenuChecksQuery,
    private readonly checks: ItemChecksQuery,
  ) {}

  async execute(command: BookAppointment): Promise<Committed> {
    const { appointmentId, clientId, storeId, itemIds, startsAt } = command.data;
    const { timeZone } = await this.stores.find(storeId);
    const decide = bookAppointment(timeZone);
    const isBooked = (): Promise<boolean> => this.isBooked(appointmentId);
    await this.menu.check({ storeId, itemIds, on: dayOf(startsAt, timeZone) }, isBooked);
    await this.checks.check({ ...command.data, at: startsAt }, isBooked);
    return this.events
      .transact(appointment, appointmentId, (now) => decide(command, now), {
        expectNew: true,
        provided: (log) => unerased([clientId], log),
      })
      .catch((error: unknown) => {
        throw refusalOf(error);
      });
  }

  private async isBooked(appointmentId: string): Promise<boolean> {
    const { state } = await this.events.load(appointment, appointmentId);
    return state.status !== 'unknown';
  }
}
