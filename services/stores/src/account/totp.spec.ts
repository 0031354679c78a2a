import { Secret } from 'otpauth';
import { newSecret, stepOf, uriOf } from './totp.query.js';

/** RFC 6238, appendix B, for SHA-1; the last six of its eight digits (RFC 4226, 5.3). */
const OF_THE_RFC: readonly [seconds: number, code: string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];
const secret = Secret.fromUTF8('12345678901234567890').base32;
const at = (seconds: number): Date => new Date(seconds * 1_000);

describe('a code of an authenticator app', () => {
  it.each(OF_THE_RFC)('is what RFC 6238 says, %s seconds after 1970', (seconds, code) => {
    expect(stepOf(secret, code, at(seconds))).toBe(Math.floor(seconds / 30));
    const other = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect(stepOf(secret, other, at(seconds))).toBeNull();
    expect(stepOf(newSecret(), code, at(seconds))).toBeNull();
  });

  it('is of a step of 30 seconds, and taken one step early or late, for clocks differ', () => {
    const step = Math.floor(1_234_567_890 / 30);
    for (const seconds of [-30, 0, 30])
      expect(stepOf(secret, '005924', at(1_234_567_890 + seconds))).toBe(step);
    for (const seconds of [-60, 60]) expect(stepOf(secret, '005924', at(1_234_567_890 + seconds))).toBeNull();
  });

  it.each(['', '05924', '5924', '0005924', '28708２', 'abcdef', '-05924'])('is not %j', (code) => {
    for (const [seconds] of OF_THE_RFC) expect(stepOf(secret, code, at(seconds))).toBeNull();
  });

  it('comes of a secret of 160 bits, which no other app was given', () => {
    expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newSecret()).not.toBe(newSecret());
    const uri = uriOf(secret, '王 芳?secret=A');
    expect(uri).toBe(
      `otpauth://totp/Liren:${encodeURIComponent('王 芳?secret=A')}?issuer=Liren&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
