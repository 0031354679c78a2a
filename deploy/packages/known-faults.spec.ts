import { knownFaults } from './known-faults.js';

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
