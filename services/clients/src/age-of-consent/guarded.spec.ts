import { guarded } from './guarded.js';

const clientId = '01900000-0000-7000-8000-00000000000c';
const today = { policyVersion: 'age-of-consent@3', on: '2026-03-01', years: 16 };
const keeping = (person: object, section = 'person') => guarded(today, clientId, section, person);
const mother = { guardianName: '李娜', guardianRelation: 'mother' };

describe('what a file says of who is not of age', () => {
  it.each([{ birthday: '2010-03-02' }, { age: 15 }])('is kept once it names her guardian: %j', (child) => {
    expect(keeping({ ...child, ...mother })).toEqual({ policyVersion: 'age-of-consent@3' });
    expect(() => keeping(child)).toThrow(
      expect.objectContaining({
        code: 'guardian-needed',
        context: { clientId, ageOfConsent: 16, missing: ['guardianName', 'guardianRelation'] },
      }) as Error,
    );
    const { guardianRelation: _, ...nameless } = mother;
    expect(() => keeping({ ...child, ...nameless })).toThrow(
      expect.objectContaining({
        context: expect.objectContaining({ missing: ['guardianRelation'] }) as object,
      }) as Error,
    );
  });

  it('is kept of whoever is of age, and of whose age it says nothing', () => {
    for (const person of [{ birthday: '2010-03-01' }, { age: 16 }, { hobbies: ['tea'] }, {}])
      expect(keeping(person)).toEqual({ policyVersion: 'age-of-consent@3' });
  });

  it('is never a birthday that is yet to come, whoever consents', () => {
    expect(keeping({ birthday: '2026-03-01', ...mother })).toEqual({ policyVersion: 'age-of-consent@3' });
    for (const guardian of [{}, mother])
      expect(() => keeping({ birthday: '2026-03-02', ...guardian })).toThrow(
        expect.objectContaining({
          code: 'in-the-future',
          context: { clientId, today: '2026-03-01' },
        }) as Error,
      );
  });

  it('is no matter of other sections', () => {
    expect(keeping({ likes: ['tea'] }, 'preferences')).toEqual({});
    expect(guarded(null, clientId, 'departure', {})).toEqual({});
  });
});
