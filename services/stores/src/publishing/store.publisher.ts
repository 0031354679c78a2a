import { storeOpened } from '#contracts/stores/store-opened.v1';
import { kept, tell, type Publisher } from '#libs/messaging';
import type { SessionEvent } from '../session/session.events.js';
import type { StaffEvent } from '../staff/staff.events.js';
import type { StoreEvent } from '../store/store.events.js';

export const storePublisher: Publisher<StoreEvent | StaffEvent | SessionEvent> = {
  StoreOpened: ({ data, occurredAt }) => tell(storeOpened, { ...data, openedAt: occurredAt }),
  StaffHired: kept,
  AccessChanged: kept,
  PasswordSet: kept,
  SignedIn: kept,
  SignInFailed: kept,
  SignedOutEverywhere: kept,
  EmploymentEnded: kept,
  SessionStarted: kept,
  SessionRefreshed: kept,
  SessionEnded: kept,
};
