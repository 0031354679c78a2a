import { knownFaults, verdictOn } from './known-faults.js';

const fault = (severity: string, range = '<2.0.0') => ({ severity, range, via: [], isDirect: false });

describe('what npm audit answers', () => {
  it('names packages with known faults, the worst first', () => {
    const vulnerabilities = { mild: fault('low'), bad: fault('critical', '<=1.2.3'), so: fault('moderate') };
    expect(knownFaults(JSON.stringify({ auditReportVersion: 2, vulnerabilities }))).toEqual([
      { name: 'bad', severity: 'critical', range: '<=1.2.3' },
      { name: 'so', severity: 'moderate', range: '<2.0.0' },
      { name: 'mild', severity: 'low', range: '<2.0.0' },
    ]);
    expect(knownFaults(JSON.stringify({ vulnerabilities: {} }))).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['a registry that has no such answer', '{"message":"405 Method Not Allowed","statusCode":405}'],
    ['a page of a proxy', '<html>'],
  ])('is no answer when it is %s, which is not the same as no fault', (_what, audited) => {
    expect(knownFaults(audited)).toBeUndefined();
  });
});

describe('a known fault', () => {
  it.each([
    ['critical', 1],
    ['high', 1],
    ['moderate', 0],
    ['low', 0],
    ['info', 0],
  ] as const)('that is %s ends the check with %i', (severity, exitCode) => {
    const faults = [{ name: 'bad', severity, range: '<2.0.0' }];
    for (const mayBeOffline of [true, false]) {
      const verdict = verdictOn(faults, { mayBeOffline });
      expect(verdict.exitCode).toBe(exitCode);
      expect(verdict.says[0]).toBe(`${severity}: bad <2.0.0`);
    }
  });
});
