import { UnreadableFile } from './unreadable-file.js';
import { unescaped, xmlReader } from './xlsx-xml.js';

/** What is held in memory while a workbook is read; a small zip can hold far more. */
const MOST_STRINGS = 1_000_000;
const MOST_CHARACTERS = 32_000_000;

/** The table of strings that cells refer to by number. */
export const readStrings = async (xml: AsyncIterable<string>): Promise<string[]> => {
  const strings: string[] = [];
  const collected = collectText();
  let characters = 0;
  const parser = xmlReader({
    open: (name) => {
      if (name === 'si') collected.start();
      collected.open(name);
    },
    text: collected.text,
    close: (name) => {
      collected.close(name);
      if (name !== 'si') return;
      const string = collected.take();
      characters += string.length;
      if (strings.push(string) > MOST_STRINGS || characters > MOST_CHARACTERS) throw tooManyTexts();
    },
  });
  for await (const piece of xml) parser.write(piece);
  parser.close();
  return strings;
};

const tooManyTexts = (): UnreadableFile =>
  new UnreadableFile('too-large', 'The workbook has more different texts than can be held: save it as CSV.');

/** Joins the runs of a rich text; how it is pronounced (`rPh`, in Japanese workbooks) is not part of it. */
export const collectText = () => {
  let text = '';
  let inText = false;
  let inPhonetic = false;
  return {
    start: (): void => {
      text = '';
    },
    open: (name: string): void => {
      if (name === 'rPh') inPhonetic = true;
      if (name === 't' || name === 'v') inText = !inPhonetic;
    },
    text: (piece: string): void => {
      if (inText) text += piece;
    },
    close: (name: string): void => {
      if (name === 'rPh') inPhonetic = false;
      if (name === 't' || name === 'v') inText = false;
    },
    take: (): string => unescaped(text),
  };
};
