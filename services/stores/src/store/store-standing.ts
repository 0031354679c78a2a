import { latest } from '#libs/effective';
import type { StoreStanding } from './store.events.js';
import type { OpenedStore } from './store.js';

/** What held in a store on a day, each thing by itself: a later change of the name leaves the grade alone. */
export const standingOn = (
  { opening, changes }: Pick<OpenedStore, 'opening' | 'changes'>,
  day: string,
): StoreStanding => {
  const held = <Field extends keyof StoreStanding>(field: Field, first: StoreStanding[Field]) =>
    latest(
      changes.filter((change) => change.changes[field] !== undefined),
      day,
    )?.changes[field] ?? first;
  const licence = held('medicalLicence', null);
  return {
    name: held('name', opening.name),
    region: held('region', opening.region),
    legalEntity: held('legalEntity', opening.legalEntity),
    grade: held('grade', opening.grade),
    status: held('status', 'open'),
    openingHours: held('openingHours', []),
    closedOn: held('closedOn', []),
    medicalLicence: licence === null || licence.until < day ? null : licence,
  };
};
