export { alsoAcknowledging } from './erasure/acknowledge-erasure.consumer.js';
export { unerased } from './erasure/unerased.js';
export { close } from './close.js';
export {
  createDatabase,
  databaseName,
  openDatabase,
  withDatabase,
  type Database,
  type Migration,
} from './database.js';
export { Peers } from './peers.js';
export { openLog, type Log, type LogSettings } from './log/open-log.js';
export { run, runLogged } from './run.js';
export { serviceOf } from './service-of.js';
export { Running } from './running.js';
export { withSecrets } from './secret-files.js';
export { ScopedReads, type Reads } from './scoped-reads.js';
export { together, type Slices } from './slices.js';
export { service, serviceSecretsOf, type ServiceDefinition } from './service.module.js';
export { BROKERS, readSettings, settingsReference, type Environment, type Settings } from './settings.js';
export { BODY_LIMIT, makeTables, start, type StartedService } from './start.js';
export { systemClock } from './system-clock.js';
export { timers, type Timer } from './timers.js';
export { CLOCK, DATABASE, LOGGER, SETTINGS, TRACES, TRANSPORT } from './tokens.js';
export { Turns } from './turns.js';
export { Views } from './views.js';
export { projectRoot } from './project-root.js';
export { NestLogger } from './nest-logger.js';
export { AuditParameters } from './audit/audit-trail.controller.js';
export {
  auditEntry,
  auditTrail,
  seal,
  type AuditEntry,
  type AuditTrail,
} from './audit/audit-trail.answers.js';
export type { AuditAsked } from './audit/audit-trail.query.js';
export { CLIENT_STREAM, clientStreams, nobody, whoseStream } from './held/client-stream.projection.js';
export { toldSoFar, type ToldSoFar } from './told/told-so-far.answers.js';
export { heldFact, heldFactOf, type HeldFact } from './held/held-fact.answers.js';
export { HeldFactsQuery } from './held/held-facts.query.js';
export type { KnownLinkEvent, LinkLearned, LinkUnlearned } from './links/known-link.events.js';
export { bothLinked, knownLinkSlices } from './links/known-link.slices.js';
export { KnownLinksQuery } from './links/known-links.query.js';
export { FOLLOWS_LINKS, type FollowsLinks } from './links/follows-links.js';
export { linkedClient, withSurvivors } from './links/linked-client.projection.js';
