import { readSettings } from './settings.js';

describe('the collector of lines', () => {
  const read = (LIREN_LOGS_ENDPOINT: string | undefined) =>
    readSettings({ DATABASE_URL: 'postgres://db', LIREN_LOGS_ENDPOINT }).logsEndpoint;

  it('is nobody, unless settings name one', () => {
    expect([undefined, ''].map(read)).toEqual([undefined, undefined]);
    expect(read('https://logs:4318')).toBe('https://logs:4318');
  });

  it('is an address', () => {
    expect(() => read('nonsense')).toThrow('must be an address, as https://logs:4318');
  });
});
