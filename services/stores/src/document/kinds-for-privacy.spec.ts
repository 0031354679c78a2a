import { ROLES } from '#libs/access';
import { Rejection } from '#libs/event-sourcing';
import { KINDS } from './document.events.js';
import { refuseReader } from './kinds-for-privacy.js';

describe('who reads documents', () => {
  const readersOf = (kind: (typeof KINDS)[number]) =>
    ROLES.filter((role) => {
      try {
        refuseReader(role, kind);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(Rejection);
        return false;
      }
    });

  it.each(['impact-assessment', 'processing-register'] as const)(
    'is who answers for privacy, of %s',
    (kind) => {
      expect(readersOf(kind)).toEqual(['hq-admin', 'privacy-officer', 'auditor']);
    },
  );

  it.each(['standard', 'phrase', 'check-list'] as const)('is everybody, of %s', (kind) => {
    expect(readersOf(kind)).toEqual(ROLES);
  });
});
