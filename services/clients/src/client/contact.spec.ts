import { PHONE } from '#contracts/fields';
import { contactOf, normalNumber, normalPhone, tellsWho } from './contact.js';

describe('a phone number', () => {
  it.each([
    '138 0013 8000',
    '+86 138-0013-8000',
    '0086 13800138000',
    '86 13800138000',
    '(138) 0013.8000',
    '+86 (0)138 0013 8000',
    '(+86)13800138000',
    '１３８００１３８０００',
    '＋８６（１３８）００１３－８０００',
    '　138　0013　8000',
  ])('is the same however it is written: %s', (written) => {
    expect(written).toMatch(PHONE);
    expect(normalPhone(written, '86')).toBe('8613800138000');
  });

  it('has its own country where it names one, and loses the zero of a trunk call where not', () => {
    expect(normalPhone('+44 20 7946 0000', '86')).toBe('442079460000');
    for (const written of ['021-6279 8888', '+86 021 6279 8888', '0086 21 6279 8888', '86 021 6279 8888'])
      expect(normalPhone(written, '86')).toBe('862162798888');
  });
});

describe('a contact', () => {
  it('keeps what was given, without space around it and without blanks', () => {
    expect(contactOf({ name: ' 王芳 ', phone: '', memberNumber: null })).toEqual({ name: '王芳' });
  });

  it('tells who she is by name, phone or member number', () => {
    expect([{ name: 'a' }, { phone: '1' }, { memberNumber: '1' }].map(tellsWho)).toEqual([true, true, true]);
    expect([{}, { email: 'a@b.cn' }].map(tellsWho)).toEqual([false, false]);
  });

  it('has one member number in any case and width', () => {
    expect([' vip-7 ', 'ＶＩＰ－７'].map(normalNumber)).toEqual(['VIP-7', 'VIP-7']);
  });
});
