import type { Role } from '#libs/access';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { GroupEvent, GroupFormed } from '../group.events.js';
import { checkDecider, type FormedGroup, type Group } from '../group.js';

export class FormGroup {
  constructor(readonly data: GroupFormed['data'] & { readonly formedAt: string; readonly by: Role }) {}
}

/** A group is named and charged with its duties; again, to name or charge it otherwise. Where it belongs stays. */
export const formGroup: Decide<FormGroup, Group, GroupEvent> = ({ data }, state) => {
  const { formedAt: occurredAt, by, ...formed } = data;
  checkDecider(by, formed);
  if (formed.storeId !== null && formed.region !== null) {
    const { storeId, region } = formed;
    throw new Rejection('store-or-region', 'A group is of a store or of a region: name one of them.', {
      ...{ storeId, region },
    });
  }
  if (state.status === 'formed') {
    checkPlace(formed, state);
    if (isAlready(formed, state)) return [];
  }
  return [{ type: 'GroupFormed', occurredAt, storeId: formed.storeId, data: formed }];
};

const checkPlace = ({ groupId, storeId, region }: GroupFormed['data'], state: FormedGroup): void => {
  if (state.storeId === storeId && state.region === region) return;
  throw new Rejection('group-of-another-place', 'A group with this id is of another store or region.', {
    groupId,
  });
};

const isAlready = ({ name, kind, duties }: GroupFormed['data'], state: FormedGroup): boolean =>
  state.name === name &&
  state.kind === kind &&
  state.duties.length === duties.length &&
  duties.every((duty) => state.duties.includes(duty));
