import type { Service } from './services.js';

/** The contract that a fact is told by, or null where it stays; `when` says in SQL which of them are told. */
type Told = string | { readonly contract: string; readonly when: string } | null;

/** For every fact of every service, written down a second time: what the publishers do is compared with this. */
export const TOLD: Readonly<Partial<Record<Service, Readonly<Record<string, Told>>>>> = {
  stores: {
    ErasureAcknowledged: 'stores.erasure-acknowledged.v1',
    StoreOpened: 'stores.store-opened.v1',
    StoreChanged: 'stores.store-changed.v1',
    RegionDefined: null,
    PolicyPublished: 'stores.policy-published.v1',
    OverrideWithdrawn: 'stores.policy-published.v1',
    ItemOffered: 'stores.item-offered.v1',
    ItemRetired: 'stores.item-retired.v1',
    ItemPriced: null,
    DocumentPublished: null,
    CheckListRun: null,
    StandardSigned: null,
    ShiftHandedOver: null,
    HandOverAccepted: null,
    MonthlyPlanWritten: 'stores.monthly-plan-written.v1',
    StaffHired: null,
    AccessChanged: null,
    PasswordSet: null,
    SignedIn: null,
    SignInFailed: null,
    SignedOutEverywhere: null,
    EmploymentEnded: null,
    AbsenceNoted: null,
    AbsenceCancelled: null,
    TrainingCompleted: null,
    PostTaken: null,
    SessionStarted: null,
    SessionRefreshed: null,
    SessionEnded: null,
  },
  clients: {
    ClientRegistered: 'clients.client-registered.v1',
    LeadAdded: null,
    LeadClassed: null,
    ClientLost: null,
    ClientWonBack: null,
    ClientRestricted: null,
    RetentionKept: null,
    ContactChanged: null,
    FileSectionUpdated: null,
    FileReviewed: null,
    CareNoted: null,
    CarePictureTaken: null,
    CarePictureStruck: null,
    ClientLookedUp: null,
    LeadQualified: 'clients.lead-qualified.v1',
    ClientsDistinguished: null,
    CompanionsArranged: null,
    ClientsExported: null,
    ClientsLinked: 'clients.clients-merged.v1',
    ClientsUnlinked: 'clients.clients-unmerged.v1',
    LinkedToSurvivor: null,
    UnlinkedFromSurvivor: null,
    ConsentGiven: 'clients.consent-given.v1',
    ConsentWithdrawn: 'clients.consent-withdrawn.v1',
    ClientErased: 'clients.client-erased.v1',
    ErasureOrdered: null,
    ErasureCarriedOut: null,
    ErasureReached: null,
    ItemLearned: null,
    PolicyLearned: null,
    StoreLearned: null,
    StoreGradeLearned: null,
    OwnerAssigned: null,
    OwnerReleased: null,
    HealthNoteTaken: null,
    HealthNoteStruck: null,
    GlassBroken: null,
    PersonalDataRead: null,
    ReadingRefused: null,
    VisitNoted: null,
    ReturnNoted: null,
  },
  visits: {
    ErasureAcknowledged: 'visits.erasure-acknowledged.v1',
    VisitCompleted: 'visits.visit-completed.v1',
    GoodsReturned: 'visits.goods-returned.v1',
    UnmatchedReturnRecorded: 'visits.goods-returned.v1',
    StoreLearned: null,
    ContraindicatedItemLearned: null,
  },
  membership: {
    ErasureAcknowledged: 'membership.erasure-acknowledged.v1',
    MemberEnrolled: 'membership.member-enrolled.v1',
    PointsEarned: 'membership.points-earned.v1',
    EarningSkipped: null,
    PointsReversed: 'membership.points-reversed.v1',
    ReversalSkipped: null,
  },
  referrals: {
    ErasureAcknowledged: 'referrals.erasure-acknowledged.v1',
    FirstVisitNoted: null,
    ReferralIntroduced: 'referrals.referral-introduced.v1',
    ReferralQualified: null,
    ReferralRewarded: 'referrals.referral-rewarded.v1',
    ReferralReversed: 'referrals.referral-reversed.v1',
  },
  'follow-ups': {
    ErasureAcknowledged: 'follow-ups.erasure-acknowledged.v1',
    FollowUpPlanned: null,
    FollowUpSkipped: null,
    TaskFellDue: null,
    TaskMissed: 'follow-ups.task-missed.v1',
    TaskWithdrawn: {
      contract: 'follow-ups.task-miss-withdrawn.v1',
      when: `(data->>'wasMissed')::boolean`,
    },
    ContactTried: null,
    ContactMade: 'follow-ups.contact-made.v1',
  },
  complaints: {
    ErasureAcknowledged: 'complaints.erasure-acknowledged.v1',
    ComplaintOpened: 'complaints.complaint-opened.v1',
    AnswerDueSoon: null,
    ComplaintBreached: 'complaints.complaint-breached.v1',
    BreachWithdrawn: 'complaints.complaint-breach-withdrawn.v1',
    ComplaintAnswered: 'complaints.complaint-answered.v1',
    ComplaintClosed: 'complaints.complaint-closed.v1',
    StoreLearned: null,
  },
  reporting: { ErasureAcknowledged: 'reporting.erasure-acknowledged.v1' },
  imports: {
    ErasureAcknowledged: 'imports.erasure-acknowledged.v1',
    ImportStarted: null,
    RowsSent: null,
    ImportCompleted: null,
    ImportFailed: null,
  },
};

/** SQL for the contract of a row of the log; null for a fact that stays. */
export const contractOfRow = (facts: Readonly<Record<string, Told>>): string => {
  const cases = Object.entries(facts).map(([type, told]) => `when '${type}' then ${toldAs(told)}`);
  return `case type ${cases.join(' ')} end`;
};

const toldAs = (told: Told): string => {
  if (told === null) return 'null';
  if (typeof told === 'string') return `'${told}'`;
  return `case when ${told.when} then '${told.contract}' end`;
};
