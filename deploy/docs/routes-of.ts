import { RequestMethod, type Type } from '@nestjs/common';
import { ALLOWED, type Role } from '#libs/access';
import { HealthController } from '../../libs/service/health.controller.js';
import { OperationsController } from '../../libs/service/operations.controller.js';
import { MODULES, type ServiceName } from '../all-in-one/modules.js';

export interface Route {
  readonly service: ServiceName;
  readonly method: string;
  /** As callers of the gateway write it. */
  readonly path: string;
  readonly allowed: readonly Role[] | 'everybody' | undefined;
}

/** Every route that people and programs may call, as its guard has it. */
export const routesOf = (): Route[] =>
  (Object.keys(MODULES) as ServiceName[]).flatMap((service) => {
    const controllers = Reflect.getMetadata('controllers', MODULES[service]) as Type[];
    const own = controllers.flatMap((controller) => routesOfController(service, controller));
    const framed = [HealthController, OperationsController].flatMap((controller) =>
      routesOfController(service, controller).filter(({ path }) => path.startsWith('/operations')),
    );
    const prefixed = framed.map((route) => ({
      ...route,
      path: route.path.replace('/operations', `/v1/operations/${service}`),
    }));
    return [...own, ...prefixed];
  });

const routesOfController = (service: ServiceName, controller: Type): Route[] => {
  const prefix = String(Reflect.getMetadata('path', controller) ?? '');
  const { prototype } = controller as { prototype: Record<string, object> };
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name]!;
    const path = Reflect.getMetadata('path', handler) as string | undefined;
    const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
    if (path === undefined || method === undefined) return [];
    const allowed = Reflect.getMetadata(ALLOWED, handler) as Route['allowed'];
    return [{ service, method: RequestMethod[method], path: whole(prefix, path), allowed }];
  });
};

const whole = (prefix: string, path: string): string =>
  `/${[prefix, path]
    .map((part) => part.replace(/^\/|\/$/g, ''))
    .filter((part) => part !== '')
    .join('/')}`;
