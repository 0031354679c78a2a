import { itemOffered } from '#contracts/stores/item-offered.v1';
import { itemRetired } from '#contracts/stores/item-retired.v1';
import { monthlyPlanWritten } from '#contracts/stores/monthly-plan-written.v1';
import { policyPublished } from '#contracts/stores/policy-published.v1';
import { processorEnded } from '#contracts/stores/processor-ended.v1';
import { processorEngaged } from '#contracts/stores/processor-engaged.v1';
import { storeChanged } from '#contracts/stores/store-changed.v1';
import { storeOpened } from '#contracts/stores/store-opened.v1';
import { kept, tell, type Publisher } from '#libs/messaging';
import type { ItemEvent } from '../item/item.events.js';
import type { DocumentEvent } from '../document/document.events.js';
import type { GroupEvent } from '../group/group.events.js';
import type { HandOverEvent } from '../hand-over/hand-over.events.js';
import type { MonthlyPlanEvent } from '../monthly-plan/monthly-plan.events.js';
import type { CheckRunEvent } from '../check-run/check-run.events.js';
import type { ProcessorEvent } from '../processor/processor.events.js';
import type { ProductEvent } from '../product/product.events.js';
import type { RhythmEvent } from '../rhythm/rhythm.events.js';
import type { RotaEvent } from '../rota/rota.events.js';
import type { SignatureEvent } from '../signature/signature.events.js';
import type { PolicyEvent } from '../policy/policy.events.js';
import type { RegionEvent } from '../region/region.events.js';
import type { SessionEvent } from '../session/session.events.js';
import type { StaffEvent } from '../staff/staff.events.js';
import type { StoreEvent } from '../store/store.events.js';

export const storePublisher: Publisher<
  | SignatureEvent
  | CheckRunEvent
  | StoreEvent
  | RegionEvent
  | PolicyEvent
  | ItemEvent
  | StaffEvent
  | SessionEvent
  | DocumentEvent
  | MonthlyPlanEvent
  | HandOverEvent
  | GroupEvent
  | RhythmEvent
  | ProcessorEvent
  | ProductEvent
  | RotaEvent
> = {
  StoreOpened: ({ data, occurredAt }) => tell(storeOpened, { ...data, openedAt: occurredAt }),
  StoreChanged: ({ data: { storeId, effectiveFrom, changes } }) =>
    tell(storeChanged, { ...changes, storeId, effectiveFrom }),
  RegionDefined: kept,
  PolicyPublished: ({ data: { fixed, ...told } }) => tell(policyPublished, told),
  OverrideWithdrawn: ({ data }) => tell(policyPublished, { ...data, value: null }),
  ItemOffered: ({ data: { itemId, effectiveFrom, description } }) => {
    const { products, needs, contraindications, ...told } = description;
    return tell(itemOffered, {
      ...{ itemId, effectiveFrom, ...told },
      ...{ needs: [...needs], contraindications: [...contraindications] },
    });
  },
  ItemRetired: ({ data }) => tell(itemRetired, data),
  ItemPriced: kept,
  DocumentPublished: kept,
  ShiftHandedOver: kept,
  HandOverAccepted: kept,
  MonthlyPlanWritten: ({ data: { dueAt, ...plan }, occurredAt: writtenAt }) =>
    tell(monthlyPlanWritten, { ...plan, targets: [...plan.targets], writtenAt }),
  CheckListRun: kept,
  FindingSettled: kept,
  StandardReceived: kept,
  StandardSigned: kept,
  ProcessorEngaged: ({ data: { processorId, version, agreement } }) => {
    const { processing, measures, assessment, inspectEveryMonths, ...told } = agreement;
    const { storeIds, purposes, kinds, subProcessors } = told;
    return tell(processorEngaged, {
      ...{ processorId, version, ...told },
      ...{ storeIds: storeIds === null ? null : [...storeIds], purposes: [...purposes], kinds: [...kinds] },
      subProcessors: [...subProcessors],
    });
  },
  ProcessorEnded: ({ data: { reason, ...told } }) => tell(processorEnded, told),
  ProcessorInspected: kept,
  ProcessorFindingSettled: kept,
  ProcessorDataReturned: kept,
  ProductDescribed: kept,
  BatchReceived: kept,
  BatchFinished: kept,
  RhythmNoted: kept,
  RotaPublished: kept,
  GroupFormed: kept,
  GroupJoined: kept,
  GroupLeft: kept,
  StaffHired: kept,
  AccessChanged: kept,
  PasswordSet: kept,
  SignedIn: kept,
  SignInFailed: kept,
  SignedOutEverywhere: kept,
  IdentityBound: kept,
  IdentityReleased: kept,
  SecondFactorSetUp: kept,
  SecondFactorRemoved: kept,
  EmploymentEnded: kept,
  AbsenceNoted: kept,
  AbsenceCancelled: kept,
  TrainingCompleted: kept,
  PostTaken: kept,
  SessionStarted: kept,
  SessionRefreshed: kept,
  SessionEnded: kept,
};
