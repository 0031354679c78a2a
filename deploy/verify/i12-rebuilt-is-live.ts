import { number, type Finding, type Invariant } from './invariant.js';
import type { PlatformData } from './platform-data.js';
import type { ServiceData } from './service-data.js';
import type { Service } from './services.js';
import { compareView, type Compared } from './views/compare-view.js';
import type { AnyProjection } from './views/rebuild.js';
import { MADE_OF_SEALED, VIEWS } from './views/views-of-services.js';

/** I12: every view, rebuilt from the first fact to where it is now, is the live one. */
export const rebuiltIsLive: Invariant = {
  id: 'I12',
  checks: 'every view, rebuilt = live',
  check: async ({ services }: PlatformData): Promise<Finding> => {
    const compared: Compared[] = [];
    const unknown: string[] = [];
    for (const service of services) {
      const views = VIEWS[service.name as Service] as unknown as readonly AnyProjection[];
      for (const view of views) compared.push(await compareView(service, view));
      unknown.push(...(await unknownViews(service, views)));
    }
    const sum = (of: (one: Compared) => number): number =>
      compared.reduce((total, one) => total + of(one), 0);
    return {
      counted: `${compared.length} views, ${number(sum(({ rows }) => rows))} rows`,
      failures: [...compared.flatMap(({ failures }) => failures), ...unknown],
    };
  },
};

const unknownViews = (service: ServiceData, views: readonly AnyProjection[]): Promise<string[]> =>
  service.failing<{ name: string }>(
    'select name from view_state where live and name <> all($1) order by name',
    [[...views.map(({ name }) => name), ...MADE_OF_SEALED]],
    ({ name }) => `nobody has written down here how view ${name} is built`,
  );
