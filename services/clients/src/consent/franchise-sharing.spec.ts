import { isSharedWith } from './franchise-sharing.js';

const hers = { isOneCompany: false, isUsable: true, consents: false };

describe('a client’s file', () => {
  it('is known to all stores of its company, whatever she consents to', () => {
    for (const consents of [true, false])
      expect(isSharedWith({ ...hers, isOneCompany: true, consents })).toBe(true);
  });

  it('is known to stores of other companies only with her consent', () => {
    expect(isSharedWith(hers)).toBe(false);
    expect(isSharedWith({ ...hers, consents: true })).toBe(true);
  });

  it('is known to no other company while it is restricted, or once it is erased', () => {
    expect(isSharedWith({ ...hers, consents: true, isUsable: false })).toBe(false);
    expect(isSharedWith({ ...hers, isOneCompany: true, isUsable: false })).toBe(true); // who is told why
  });
});
