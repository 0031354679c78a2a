import type { Decide } from '#libs/event-sourcing';
import type { AppointmentEvent } from '../appointment.events.js';
import { standing, whoseIs, type Appointment } from '../appointment.js';
import { minutesOf, timeOf } from '../appointment-time.js';

export class MoveAppointment {
  constructor(
    readonly data: {
      readonly appointmentId: string;
      /** What is left out stays as it is. */
      readonly startsAt?: string | undefined;
      readonly minutes?: number | undefined;
      readonly staffId?: string | undefined;
      readonly movedAt: string;
    },
  ) {}
}

/** To another time or other hands, where both are free; what is agreed already changes nothing. */
export const moveAppointment =
  (timeZone: string): Decide<MoveAppointment, Appointment, AppointmentEvent> =>
  ({ data }, state) => {
    const known = standing(state, data.appointmentId);
    const { agreed } = known;
    const { startsAt = agreed.startsAt, minutes = minutesOf(agreed), staffId = agreed.staffId } = data;
    const { movedAt: occurredAt } = data;
    const time = timeOf(startsAt, minutes, timeZone, occurredAt);
    const same =
      time.startsAt === agreed.startsAt && time.endsAt === agreed.endsAt && staffId === agreed.staffId;
    if (same) return [];
    const { storeId, itemIds, staffId: fromStaffId } = agreed;
    const moved = { ...whoseIs(known), ...time, itemIds, staffId, fromStaffId };
    return [{ type: 'AppointmentMoved', occurredAt, storeId, data: moved }];
  };
