import { TextDecoder } from 'node:util';
import { UnreadableFile } from './unreadable-file.js';

export const ENCODINGS = ['utf-8', 'latin1', 'gb18030', 'utf-16le'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The text of bytes, without a byte order mark; refuses bytes that are not valid in the encoding. */
export async function* textOf(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let lines = 1;
  for await (const chunk of bytes) {
    if (lines === 1) refuseOtherMark(chunk, encoding);
    const text = decode(decoder, chunk, encoding, lines);
    lines += linesIn(text);
    yield text;
  }
  yield decode(decoder, undefined, encoding, lines);
}

const decode = (
  decoder: TextDecoder,
  chunk: Uint8Array | undefined,
  encoding: Encoding,
  line: number,
): string => {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch (cause) {
    throw wrongEncoding(`near line ${line + linesBeforeFault(chunk, encoding)}`, encoding, cause);
  }
};

/** Decodes once more, leniently: what cannot be decoded becomes U+FFFD. */
const linesBeforeFault = (chunk: Uint8Array | undefined, encoding: Encoding): number => {
  const text = new TextDecoder(encoding).decode(chunk);
  return linesIn(text.slice(0, Math.max(0, text.indexOf('\uFFFD'))));
};

const linesIn = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

/** Such a file would also fail later, at a byte that explains nothing. */
const refuseOtherMark = ([first, second]: Uint8Array, encoding: Encoding): void => {
  if (first !== 0xff || second !== 0xfe || encoding === 'utf-16le') return;
  throw new UnreadableFile(
    'wrong-encoding',
    `The file is marked as utf-16le, the mapping says ${encoding}: set "encoding" to "utf-16le".`,
  );
};

const wrongEncoding = (where: string, encoding: Encoding, cause: unknown): UnreadableFile =>
  new UnreadableFile(
    'wrong-encoding',
    `The file is not valid ${encoding} (${where}): save it as UTF-8, or set "encoding" in the mapping to one of ` +
      `${ENCODINGS.filter((other) => other !== encoding).join(', ')}.`,
    { cause },
  );
