import 'reflect-metadata';
import { routesOf } from '../../../deploy/docs/routes-of.js';
import { isRouted, ROUTES } from './routes.js';

/** What services ask each other: nobody else has a way to it. */
const AMONG_SERVICES = ['/v1/access'];

const prefixesOf = (path: string): string[] =>
  Object.values(ROUTES)
    .flat()
    .filter((prefix) => path === prefix || path.startsWith(`${prefix}/`));

describe('what the gateway routes', () => {
  const asked = routesOf().filter(({ path }) => !path.startsWith('/v1/operations/'));
  const unrouted = new Set(asked.map(({ path }) => path).filter((path) => !isRouted(path)));

  it('is every path of every service, but for what they ask each other', () => {
    expect([...unrouted].sort()).toEqual(AMONG_SERVICES);
  });

  it('goes to the service that answers it, by one prefix alone', () => {
    const routed = asked.filter(({ path }) => isRouted(path));
    for (const { service, path } of routed) {
      expect([path, prefixesOf(path)]).toEqual([path, [expect.any(String)]]);
      expect([path, ROUTES[service]]).toEqual([path, expect.arrayContaining(prefixesOf(path))]);
    }
  });

  it('is nothing that no service answers', () => {
    const answered = new Set(asked.flatMap(({ path }) => prefixesOf(path)));
    expect(
      Object.values(ROUTES)
        .flat()
        .filter((prefix) => !answered.has(prefix)),
    ).toEqual([]);
  });
});
