import { readGatewaySettings } from './gateway.config.js';

describe('the collector of the gateway’s lines', () => {
  const read = (LIREN_LOGS_ENDPOINT: string | undefined) =>
    readGatewaySettings({ LIREN_LOGS_ENDPOINT }).logsEndpoint;

  it('is nobody, unless settings name one', () => {
    expect([undefined, ''].map(read)).toEqual([undefined, undefined]);
    expect(read('https://logs:4318')).toBe('https://logs:4318');
  });

  it('is an address', () => {
    expect(() => read('nonsense')).toThrow('LIREN_LOGS_ENDPOINT must be an address, as https://logs:4318.');
  });
});
