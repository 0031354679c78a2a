import fc from 'fast-check';

/** What nobody sends who means well. */
const TEXTS = [
  ...["' or 1=1 --", '"; drop table event; --', '$1', '%00', '%ff', '\u0000', '\ud800', '\udfff\ud800'],
  ...['../../etc/passwd', '${jndi:ldap://x}', '<script>alert(1)</script>', '=cmd|x', '\u202e\u200b\ufeff'],
  ...['__proto__', 'constructor', 'toString', 'NaN', 'Infinity', '1e999', '-0', '0x10', 'null', 'undefined'],
  ...['2026-02-30', '0000-01-01', '+275760-09-13T00:00:00Z', '9999-12-31T23:59:60Z', '２０２６-01-01', '--'],
  ...['', ' ', '\t\r\n', 'a'.repeat(300), '丽'.repeat(70_000), '00000000-0000-0000-0000-000000000000'],
];
const NUMBERS = [-1, 0, 1.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 1e308, -1e308, 1e-308, -0];
const DEEP = JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`) as unknown;
const OTHERS = [
  ...[null, true, [], [[]], [null], {}, DEEP, { length: -1 }, { toString: 1 }, { then: 1 }, ['a', 1, {}]],
  JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}') as unknown,
];

export const hostileText = fc.constantFrom(...TEXTS);
export const hostileValue = fc.constantFrom<unknown>(...TEXTS, ...NUMBERS, ...OTHERS);

/** A body as bytes that is no JSON, or no object, or not what it says it is. */
export const hostileBody = fc.constantFrom<Buffer>(
  ...['', '{', 'null', '1', '"text"', '[]', '[{}]', '{}', '{"a":1,"a":2}', '{"\\u0000":1}', '\ufeff{}'].map(
    (text) => Buffer.from(text),
  ),
  Buffer.from('['.repeat(5_000)),
  Buffer.from('{"a":'.repeat(2_000)),
  Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
);

export const hostileHeaders = fc.constantFrom<Record<string, string>>(
  ...['text/plain', 'application/xml', 'application/json; charset=utf-16', 'multipart/form-data', 'x'].map(
    (type) => ({
      'content-type': type,
    }),
  ),
  ...['*', '"0"', 'W/"1"', '"99999999999"', 'x', '"1", "2"', '""'].map((version) => ({
    'if-match': version,
  })),
  ...['the same key', ' ', 'k'.repeat(5_000), '%00'].map((key) => ({ 'idempotency-key': key })),
  ...['00-0-0-0', `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01`].map((trace) => ({ traceparent: trace })),
  { accept: 'text/html' },
  { authorization: 'Bearer x' },
  { 'x-forwarded-for': '1.2.3.4, "' },
);

/** Something is wrong at one place of what was right. */
export const spoilt = (value: unknown): fc.Arbitrary<unknown> => {
  if (Array.isArray(value)) return spoiltList(value);
  if (typeof value !== 'object' || value === null) return hostileValue;
  const keys = Object.keys(value);
  const more = fc.tuple(fc.constantFrom('isAdmin', '__proto__', 'storeid', ''), hostileValue);
  const added = more.map(([key, given]) => Object.fromEntries([...Object.entries(value), [key, given]]));
  if (keys.length === 0) return added;
  return fc.oneof(
    { weight: 1, arbitrary: added },
    { weight: 1, arbitrary: fc.constantFrom(...keys).map((key) => without(value, key)) },
    { weight: 4, arbitrary: fc.constantFrom(...keys).chain((key) => spoiltAt(value, key)) },
  );
};

const spoiltList = (list: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    hostileValue,
    hostileValue.map((one) => [...list, one]),
    ...(list.length === 0 ? [] : [spoilt(list[0]).map((one) => [one, ...list.slice(1)])]),
  );

const without = (value: object, key: string): object =>
  Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));

const spoiltAt = (value: object, key: string): fc.Arbitrary<object> =>
  fc
    .oneof(hostileValue, spoilt((value as Record<string, unknown>)[key]))
    .map((given) => ({ ...value, [key]: given }));
