import type { Contract, DataOf } from '#libs/contracts';
import type { DomainEvent } from '#libs/event-sourcing';
import type { clientsMerged } from '#contracts/clients/clients-merged.v1';
import type { clientsUnmerged } from '#contracts/clients/clients-unmerged.v1';
import type { complaintBreachWithdrawn } from '#contracts/complaints/complaint-breach-withdrawn.v1';
import type { complaintBreached } from '#contracts/complaints/complaint-breached.v1';
import type { complaintOpened } from '#contracts/complaints/complaint-opened.v1';
import type { contactMade } from '#contracts/follow-ups/contact-made.v1';
import type { taskMissWithdrawn } from '#contracts/follow-ups/task-miss-withdrawn.v1';
import type { taskMissed } from '#contracts/follow-ups/task-missed.v1';
import type { pointsEarned } from '#contracts/membership/points-earned.v1';
import type { pointsReversed } from '#contracts/membership/points-reversed.v1';
import type { referralReversed } from '#contracts/referrals/referral-reversed.v1';
import type { referralRewarded } from '#contracts/referrals/referral-rewarded.v1';
import type { storeChanged } from '#contracts/stores/store-changed.v1';
import type { storeOpened } from '#contracts/stores/store-opened.v1';
import type { goodsReturned } from '#contracts/visits/goods-returned.v1';
import type { visitCompleted } from '#contracts/visits/visit-completed.v1';

/** A contract's message, read as a fact. */
type Told<C extends Contract> = DomainEvent<C['type'], DataOf<C>>;

/** Everything reporting listens to. */
export type ReportedMessage =
  | Told<typeof storeOpened>
  | Told<typeof storeChanged>
  | Told<typeof visitCompleted>
  | Told<typeof goodsReturned>
  | Told<typeof pointsEarned>
  | Told<typeof pointsReversed>
  | Told<typeof referralRewarded>
  | Told<typeof referralReversed>
  | Told<typeof contactMade>
  | Told<typeof taskMissed>
  | Told<typeof taskMissWithdrawn>
  | Told<typeof complaintOpened>
  | Told<typeof complaintBreached>
  | Told<typeof complaintBreachWithdrawn>
  | Told<typeof clientsMerged>
  | Told<typeof clientsUnmerged>;
