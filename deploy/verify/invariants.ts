import { movedNeverMade } from './i1-moved-never-made.js';
import { balanceIsReplay } from './i2-balance-is-replay.js';
import { principalIsNoGift } from './i3-principal-is-no-gift.js';
import { noDoubleEarn } from './i4-no-double-earn.js';
import { nothingLostToTheStream } from './i5-nothing-lost-to-the-stream.js';
import { nothingLostToTheReport } from './i6-nothing-lost-to-the-report.js';
import { order } from './i7-order.js';
import { answeredIsDurable } from './i9-answered-is-durable.js';
import { unansweredIsSafe } from './i10-unanswered-is-safe.js';
import { chainIsItsStores } from './i11-chain-is-its-stores.js';
import { rebuiltIsLive } from './i12-rebuilt-is-live.js';
import { logIsAsSealed } from './i15-log-is-as-sealed.js';
import type { Invariant } from './invariant.js';

/** What is checked, in the order of the design. */
export const INVARIANTS: readonly Invariant[] = [
  movedNeverMade,
  balanceIsReplay,
  principalIsNoGift,
  noDoubleEarn,
  nothingLostToTheStream,
  nothingLostToTheReport,
  order,
  answeredIsDurable,
  unansweredIsSafe,
  chainIsItsStores,
  rebuiltIsLive,
  logIsAsSealed,
];
