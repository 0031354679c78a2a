export type { DomainEvent, Recorded, EventMetadata } from './domain-event.js';
export type { Clock } from './clock.js';
export type { Aggregate, ClaimChange, Evolve, Upcaster } from './aggregate.js';
export type { Decide } from './decide.js';
export { Rejection } from './rejection.js';
export { ignored, type Projection, type Fold } from './projection.js';
export { claim, claimRange, release } from './claims.js';
export { assertNever } from './assert-never.js';
