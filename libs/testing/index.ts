export { decisions } from './decisions.js';
export { views } from './views.js';
export { movableClock, type MovableClock } from './movable-clock.js';
export { baseUrlSortedAsPeopleDo, freshBaseUrl, freshDatabaseUrl, testServerUrl } from './databases.js';
export { freshLog, type FreshLog, type LogProcess } from './fresh-log.js';
export { eventually } from './eventually.js';
export {
  asking,
  signedFetch,
  signIn,
  testAccess,
  TEST_ADMIN_PASSWORD,
  TEST_SERVICE_SECRET,
  tokenOf,
  type Asking,
  type SignedFetch,
  type Somebody,
} from './signed-in.js';
export { startForTest, type TestedService } from './services.js';
export { Teller } from './teller.js';
export { withRedeliveries } from './redeliveries.js';
