/** Every way a text may lie about in: plain, URL-encoded, and in base64, UTF-16 or hexadecimal wherever it begins; bytes likewise. */
export const waysOf = (text: string | Buffer): string[] => {
  if (typeof text !== 'string') return [text.toString('latin1'), text.toString('hex'), ...inBase64(text)];
  const plain = Buffer.from(text);
  const wide = Buffer.from(text, 'utf16le');
  return [
    text,
    encodeURIComponent(text),
    plain.toString('hex'),
    wide.toString('latin1'),
    wide.toString('hex'),
    Buffer.from(wide).swap16().toString('latin1'),
    ...inBase64(plain),
    ...inBase64(wide),
  ];
};

/** Whatever stands before it, its middle is one of three. */
const inBase64 = (bytes: Buffer): string[] =>
  [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '');
    return encoded.slice(before === 0 ? 0 : before + 1, -2);
  });

/** Which of these texts lie in the haystack, in any way; it is gone through once, for the beginnings of all of them. */
export const found = <Text extends string | Buffer>(haystack: string, texts: readonly Text[]): Text[] => {
  const all = texts.flatMap((text) => waysOf(text).map((way) => ({ text, way })));
  const length = all.reduce((least, { way }) => Math.min(least, way.length), Infinity);
  const byBeginning = new Map<string, typeof all>();
  for (const one of all) {
    const beginning = one.way.slice(0, length);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), one]);
  }
  const lying = new Set<Text>();
  for (let at = 0; at + length <= haystack.length; at += 1) {
    for (const { text, way } of byBeginning.get(haystack.slice(at, at + length)) ?? [])
      if (haystack.startsWith(way, at)) lying.add(text);
  }
  return texts.filter((text) => lying.has(text));
};
