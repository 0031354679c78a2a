import { EVERY_STORE, ROLES } from '#libs/access';
import { routesOf } from './routes-of.js';

/** Roles by route, as the guards have them. */
export const accessPage = (): string =>
  [
    '# Who may do what',
    '',
    'Each account has one role. Generated from what the guards read; a story asks every route as every role and compares.',
    '',
    `${EVERY_STORE.map((role) => `\`${role}\``).join(', ')} see every store, \`finance\` and \`integration\` too when their account`,
    'names none. All others see and change what belongs to the stores of their account, and nothing else:',
    'the log checks it before it decides and before it records, PostgreSQL when people ask views.',
    '`service` is a part of Liren that asks another, for itself or for somebody; then it reaches no further than she.',
    '`without-second-factor` is somebody whose role demands one that she has not set up yet.',
    '',
    `| route | ${ROLES.join(' | ')} |`,
    `| --- | ${ROLES.map(() => ':-:').join(' | ')} |`,
    ...routesOf()
      .map(({ method, path, allowed }) => ({ name: `${method} ${path}`, path, allowed }))
      .sort((one, other) =>
        one.path < other.path ? -1 : one.path > other.path ? 1 : one.name < other.name ? -1 : 1,
      )
      .map(
        ({ name, allowed }) => `| \`${name}\` | ${ROLES.map((role) => mark(allowed, role)).join(' | ')} |`,
      ),
    '',
  ].join('\n');

const mark = (
  allowed: ReturnType<typeof routesOf>[number]['allowed'],
  role: (typeof ROLES)[number],
): string => (allowed === 'everybody' ? '○' : allowed?.includes(role) === true ? '●' : '');
