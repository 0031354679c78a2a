import type { Role } from '#libs/access';
import { Rejection, type Decide } from '#libs/event-sourcing';
import { isIn, type FormedGroup } from '../../group/group.js';
import type { CheckRunEvent, PointResult } from '../check-run.events.js';
import { checkPoints, notOkOf, type CheckRun, type Followed } from '../check-run.js';

export class SuperviseStore {
  constructor(
    readonly data: {
      readonly runId: string;
      readonly storeId: string;
      readonly code: string;
      readonly results: readonly PointResult[];
      /** The group she looks for; null for a manager, who looks for herself. */
      readonly groupId: string | null;
      readonly by: { readonly staffId: string; readonly role: Role };
      readonly checkedAt: string;
    },
  ) {}
}

/** Who may look, and at what. */
export interface Supervised {
  readonly list: Followed;
  readonly group: FormedGroup | null;
  /** The store's region and all that it lies in. */
  readonly regions: readonly string[];
}

const LOOK_THEMSELVES: readonly Role[] = ['hq-admin', 'regional-manager', 'store-manager'];

/** A look at some points of a list, at any time and as often as anybody likes: 店长进行随时监督. */
export const superviseStore =
  (supervised: Supervised): Decide<SuperviseStore, CheckRun, CheckRunEvent> =>
  ({ data }, run) => {
    const { by, checkedAt: occurredAt, groupId, ...looked } = data;
    if (run.status === 'run') return [];
    checkSupervisor(data, supervised);
    const { pointIds, ...list } = supervised.list;
    checkPoints(pointIds, looked.results, 'some');
    const unannounced = { by: by.staffId, groupId };
    const notOk = notOkOf(looked.results);
    return [
      {
        ...{ type: 'CheckListRun', occurredAt, storeId: looked.storeId },
        data: { ...looked, ...list, notOk, unannounced },
      },
    ];
  };

/** A manager, or somebody of a group that supervises this store. */
const checkSupervisor = (
  { by, storeId }: SuperviseStore['data'],
  { group, regions, list }: Supervised,
): void => {
  if (group === null) {
    if (LOOK_THEMSELVES.includes(by.role)) return;
    throw notASupervisor(storeId);
  }
  const looksAfterIt =
    (group.storeId === null || group.storeId === storeId) &&
    (group.region === null || regions.includes(group.region));
  const supervises = looksAfterIt && group.duties.includes('supervision');
  if (!supervises || !isIn(group, by.staffId, list.day)) throw notASupervisor(storeId);
};

const notASupervisor = (storeId: string): Rejection =>
  new Rejection(
    'not-a-supervisor',
    'Managers look themselves; others for a group that they are in, and that supervises this store.',
    { storeId },
  );
