import { Rejection } from '#libs/event-sourcing';
import { SECTION_NAMES } from './file-sections.config.js';
import { refuseClosed } from './refuse-closed.js';

describe('sections of a file that a role may not see', () => {
  const asked = (role: Parameters<typeof refuseClosed>[0]) => () => {
    refuseClosed(role, SECTION_NAMES);
  };

  it('are refused, named', () => {
    expect(asked('therapist')).toThrow(Rejection);
    expect(asked('therapist')).toThrow(
      expect.objectContaining({ context: { sections: ['circumstances', 'qualification'] } }) as Error,
    );
  });

  it.each(['hq-admin', 'regional-manager', 'store-manager'] as const)('are none for a %s', (role) => {
    expect(asked(role)).not.toThrow();
  });
});
