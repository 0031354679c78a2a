import type { Contract } from './contract.js';
import { clientErased } from './clients/client-erased.v1.js';
import { clientRegistered } from './clients/client-registered.v1.js';
import { clientsMerged } from './clients/clients-merged.v1.js';
import { clientsUnmerged } from './clients/clients-unmerged.v1.js';
import { consentGiven } from './clients/consent-given.v1.js';
import { consentWithdrawn } from './clients/consent-withdrawn.v1.js';
import { leadQualified } from './clients/lead-qualified.v1.js';
import { complaintAnswered } from './complaints/complaint-answered.v1.js';
import { complaintBreachWithdrawn } from './complaints/complaint-breach-withdrawn.v1.js';
import { complaintBreached } from './complaints/complaint-breached.v1.js';
import { complaintClosed } from './complaints/complaint-closed.v1.js';
import { complaintOpened } from './complaints/complaint-opened.v1.js';
import { contactMade } from './follow-ups/contact-made.v1.js';
import { taskMissWithdrawn } from './follow-ups/task-miss-withdrawn.v1.js';
import { taskMissed } from './follow-ups/task-missed.v1.js';
import { ACKNOWLEDGING, erasureAcknowledged } from './erasure-acknowledged.v1.js';
import { memberEnrolled } from './membership/member-enrolled.v1.js';
import { pointsEarned } from './membership/points-earned.v1.js';
import { pointsReversed } from './membership/points-reversed.v1.js';
import { referralIntroduced } from './referrals/referral-introduced.v1.js';
import { referralReversed } from './referrals/referral-reversed.v1.js';
import { referralRewarded } from './referrals/referral-rewarded.v1.js';
import { itemOffered } from './stores/item-offered.v1.js';
import { itemRetired } from './stores/item-retired.v1.js';
import { monthlyPlanWritten } from './stores/monthly-plan-written.v1.js';
import { policyPublished } from './stores/policy-published.v1.js';
import { processorEnded } from './stores/processor-ended.v1.js';
import { processorEngaged } from './stores/processor-engaged.v1.js';
import { storeChanged } from './stores/store-changed.v1.js';
import { storeOpened } from './stores/store-opened.v1.js';
import { appointmentBooked } from './visits/appointment-booked.v1.js';
import { appointmentCancelled } from './visits/appointment-cancelled.v1.js';
import { appointmentKept } from './visits/appointment-kept.v1.js';
import { appointmentMissed } from './visits/appointment-missed.v1.js';
import { appointmentMoved } from './visits/appointment-moved.v1.js';
import { goodsReturned } from './visits/goods-returned.v1.js';
import { visitCompleted } from './visits/visit-completed.v1.js';

/** Every contract there is. */
export const catalogue: readonly Contract[] = [
  clientErased,
  clientRegistered,
  clientsMerged,
  clientsUnmerged,
  consentGiven,
  consentWithdrawn,
  leadQualified,
  complaintAnswered,
  complaintBreachWithdrawn,
  complaintBreached,
  complaintClosed,
  complaintOpened,
  contactMade,
  taskMissWithdrawn,
  taskMissed,
  memberEnrolled,
  pointsEarned,
  pointsReversed,
  referralIntroduced,
  referralReversed,
  referralRewarded,
  itemOffered,
  itemRetired,
  monthlyPlanWritten,
  policyPublished,
  processorEnded,
  processorEngaged,
  storeChanged,
  storeOpened,
  appointmentBooked,
  appointmentCancelled,
  appointmentKept,
  appointmentMissed,
  appointmentMoved,
  goodsReturned,
  visitCompleted,
  ...ACKNOWLEDGING.map(erasureAcknowledged),
];

const byType = new Map(catalogue.map((one) => [one.type, one]));

export const contractOf = (type: string): Contract | undefined => byType.get(type);
