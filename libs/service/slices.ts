import type { Provider, Type } from '@nestjs/common';
import type { Projection } from '#libs/event-sourcing';

/** What an aggregate's slices bring into the module of their service. */
export interface Slices {
  readonly controllers?: readonly Type[];
  readonly providers?: readonly Provider[];
  readonly views?: readonly Projection<never, never>[];
}

/** The slices of several aggregates, for the module's own lists. */
export const together = (
  ...all: readonly Slices[]
): { controllers: Type[]; providers: Provider[]; views: Projection<never, never>[] } => ({
  controllers: all.flatMap(({ controllers = [] }) => controllers),
  providers: all.flatMap(({ providers = [] }) => providers),
  views: all.flatMap(({ views = [] }) => views),
});
