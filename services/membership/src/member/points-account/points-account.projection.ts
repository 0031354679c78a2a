import { ignored, type Fold, type Projection } from '#libs/event-sourcing';
import type { MemberEvent, PointsEarned, PointsReversed } from '../member.events.js';

export interface PointsAccountRow {
  /** `member:<clientId>`, or `issued:<storeId>` for the other side: what that store has given out, below zero. */
  account: string;
  balance: number;
  /** The member’s, or the issuer. */
  storeId: string;
}

export const memberAccount = (clientId: string): string => `member:${clientId}`;
const issuedBy = (storeId: string): string => `issued:${storeId}`;

type Rows = Parameters<Fold<MemberEvent, PointsAccountRow>>[1];

/** Double entry: points move between a member and the store that issues them, so all balances add up to zero. */
const move = ({ data }: PointsEarned | PointsReversed, toMember: number, rows: Rows): void => {
  const { storeId, balance } = data;
  const issued = issuedBy(storeId);
  const member = memberAccount(data.clientId);
  rows.set(member, { account: member, balance, storeId: rows.get(member)?.storeId ?? storeId });
  rows.set(issued, { account: issued, balance: (rows.get(issued)?.balance ?? 0) - toMember, storeId });
};

export const pointsAccount: Projection<MemberEvent, PointsAccountRow> = {
  name: 'points_account',
  of: ['member'],
  columns: { account: 'text', balance: 'bigint not null', storeId: 'text not null' },
  key: 'account',
  store: 'storeId',
  reads: ({ type, data }) =>
    type === 'PointsEarned' || type === 'PointsReversed'
      ? [issuedBy(data.storeId), memberAccount(data.clientId)]
      : [],
  on: {
    MemberEnrolled: ({ data }, rows) => {
      const account = memberAccount(data.clientId);
      rows.set(account, { account, balance: 0, storeId: data.storeId });
    },
    PointsEarned: (event, rows) => move(event, event.data.points, rows),
    PointsReversed: (event, rows) => move(event, -event.data.points, rows),
    EarningSkipped: ignored,
    ReversalSkipped: ignored,
  },
};
