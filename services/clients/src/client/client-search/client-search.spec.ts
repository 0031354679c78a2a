import { views } from '#libs/testing';
import {
  aClientErased,
  aClientRegistered,
  aContactChanged,
  aFileReviewed,
  aFileSectionUpdated,
  aLeadAdded,
  aLeadQualified,
  theLeadRegistered,
} from '../../testing/client.builders.js';
import { clientSearch, type OpenedEvent } from './client-search.projection.js';
import { askedWords, isMeant, wordsOfContact } from './search-words.js';

const found = views(clientSearch);
const having = (event: OpenedEvent, ...tokens: string[]): OpenedEvent => ({ ...event, tokens });
const { clientId, storeId } = aClientRegistered().data;

describe('who can be found', () => {
  it('is found by what her contact says, as a lead and as a client', () => {
    const row = { clientId, storeId, tokens: ['1', '2'] };
    found.given(having(aClientRegistered(), '1', '2')).thenRows(row);
    found
      .given(having(aLeadAdded(), '1', '2'), aLeadQualified(), theLeadRegistered(), aFileReviewed())
      .thenRows(row);
  });

  it('is found by her file too, and by what it says now', () => {
    const registered = having(aClientRegistered(), '1');
    const before = having(aFileSectionUpdated('circumstances', {}), '2');
    const after = having(aFileSectionUpdated('circumstances', {}), '3', '1');
    found.given(registered, before, after).thenRows({ tokens: ['1', '3'] });
    found.given(registered, after, having(aContactChanged({}), '4')).thenRows({ tokens: ['4', '3', '1'] });
  });

  it('is nobody who was erased', () => {
    found.given(having(aClientRegistered(), '1'), aClientErased()).thenRows();
  });

  it('is nobody whose key is gone', () => {
    found.given(aClientRegistered(), aFileSectionUpdated()).thenRows();
    found.given(having(aClientRegistered(), '1'), aContactChanged({})).thenRows();
  });
});

describe('what is asked', () => {
  const her = { name: '王芳', phone: '138 0013 8000', memberNumber: 'VIP-77', email: 'fang@example.cn' };
  const others = ['Acme Trading', '静安区'];
  const index = new Set(wordsOfContact(her, '86'));

  it.each([
    '王',
    '王芳',
    '芳',
    '8000',
    '13800138000',
    '+86 138 0013 8000',
    '008613800138000',
    '１３８００１３８０００',
    'vip',
    'Fang',
    'vip-77 王',
  ])('%s finds her', (asked) => {
    expect(askedWords(asked).every((word) => index.has(word))).toBe(true);
    expect(isMeant(asked, her, others, '86')).toBe(true);
  });

  it.each(['芳王', '王小芳', '8001', '13800138001', 'vip-78', '李'])('%s does not', (asked) => {
    expect(isMeant(asked, her, others, '86')).toBe(false);
  });

  it.each(['acme', '静安', 'trading 王芳'])('%s finds her by her file', (asked) => {
    expect(isMeant(asked, her, others, '86')).toBe(true);
  });

  it.each([
    ['2024-0001', { memberNumber: '2024-0001' }],
    ['20240001', { memberNumber: '2024-0001' }],
    ['2024-000', { memberNumber: '2024-0001' }],
    ['0012345678', { memberNumber: '0012345678' }],
    ['123456789', { email: '123456789@qq.com' }],
    ['(+86)13800138000', { phone: '13800138000' }],
    ['+86(0)13800138000', { phone: '13800138000' }],
    ['0049 151 23456789', { phone: '+49 151 23456789' }],
  ])('%s is a number that she is found by, whichever of hers it is', (asked, one) => {
    const words = new Set(wordsOfContact(one, '86'));
    expect(askedWords(asked).every((word) => words.has(word))).toBe(true);
    expect(isMeant(asked, one, [], '86')).toBe(true);
  });

  it('is a phone whole, so that nobody with almost the same stands in her place', () => {
    const neighbour = new Set(wordsOfContact({ phone: '13800138001' }, '86'));
    for (const asked of ['13800138000', '+86 138 0013 8000', '0086 138 0013 8000'])
      expect(askedWords(asked).some((word) => neighbour.has(word))).toBe(false);
  });

  it.each(['王芳', '王 芳', '王'])('%s finds whose name is spaced out, as columns of names are', (asked) => {
    for (const name of ['王　芳', '王 芳', '王·芳']) {
      const words = new Set(wordsOfContact({ name }, '86'));
      expect(askedWords(asked).every((word) => words.has(word))).toBe(true);
      expect(isMeant(asked, { name }, [], '86')).toBe(true);
    }
  });

  it.each([
    ['jose', 'José Núñez'],
    ['NÚÑEZ', 'Jose Nunez'],
    ['nguyen', 'Nguyễn Thị Ánh'],
    ['박서', '박서준'],
    ['ボブ', 'ボブ'],
    ['Юрий', 'Юрий'],
  ])('%s finds %s, with accents or without', (asked, name) => {
    const words = new Set(wordsOfContact({ name }, '86'));
    expect(askedWords(asked).every((word) => words.has(word))).toBe(true);
    expect(isMeant(asked, { name }, [], '86')).toBe(true);
  });

  it('is other letters still where the signs make them so', () => {
    for (const [asked, name] of [
      ['ホフ', 'ボブ'],
      ['Юрии', 'Юрий'],
    ] as const)
      expect(isMeant(asked, { name }, [], '86')).toBe(false);
  });

  it('is nothing where there is no letter in it', () => {
    expect(askedWords(' -!? ')).toEqual([]);
  });
});
