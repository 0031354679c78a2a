import { Rejection, type Decide } from '#libs/event-sourcing';
import type { HandOverEvent, ShiftHandedOver } from '../hand-over.events.js';
import type { HandOver } from '../hand-over.js';

export class HandOverShift {
  constructor(readonly data: ShiftHandedOver['data'] & { readonly handedOverAt: string }) {}
}

export const handOverShift: Decide<HandOverShift, HandOver, HandOverEvent> = ({ data }, state) => {
  const { handedOverAt: occurredAt, ...given } = data;
  if (state.status !== 'none') return [];
  if (given.toStaffId === given.fromStaffId) {
    const { toStaffId } = given;
    throw new Rejection('handed-to-herself', 'A shift is handed over to somebody else.', { toStaffId });
  }
  return [{ type: 'ShiftHandedOver', occurredAt, storeId: given.storeId, data: given }];
};
