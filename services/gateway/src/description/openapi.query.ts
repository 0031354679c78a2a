import type { OpenAPIObject } from '@nestjs/swagger';
import { isRouted, type Upstreams } from '../routes.js';

const PATIENCE_MS = 3_000;

/** One description of many services; what a service calls its operations lies below its own name here. What they ask each other is not there. */
export const describeAll = (byService: Readonly<Record<string, OpenAPIObject>>): OpenAPIObject => {
  const all: OpenAPIObject = {
    openapi: '3.0.0',
    info: { title: 'Liren', version: '1', description: 'Everything a salon chain records and asks.' },
    paths: {},
    components: { schemas: {} },
  };
  const operations: OpenAPIObject['paths'] = {};
  for (const [service, description] of Object.entries(byService)) {
    for (const [path, item] of Object.entries(description.paths)) {
      if (path.startsWith('/operations/'))
        operations[`/v1${path.replace('/operations', `/operations/${service}`)}`] = item;
      else if (isRouted(path)) all.paths[path] = item;
    }
    Object.assign(all.components!.schemas!, description.components?.schemas);
  }
  Object.assign(all.paths, operations); // last: few look for them
  return all;
};

/** Asks the services for their descriptions; one that is away is missing until it is back. */
export const describeServices =
  (upstreams: Upstreams, ask: typeof fetch) => async (): Promise<OpenAPIObject> => {
    const asked = Object.entries(upstreams).map(async ([service, url]) => {
      try {
        const answer = await ask(`${url}/openapi.json`, { signal: AbortSignal.timeout(PATIENCE_MS) });
        return [[service, (await answer.json()) as OpenAPIObject] as const];
      } catch {
        return []; // it is away, or went away while it told
      }
    });
    return describeAll(Object.fromEntries((await Promise.all(asked)).flat()));
  };
