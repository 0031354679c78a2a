import { unescaped, xmlReader } from './xlsx-xml.js';

/** The table of strings that cells refer to by number. */
export const readStrings = async (xml: AsyncIterable<string>): Promise<string[]> => {
  const strings: string[] = [];
  const collected = collectText();
  const parser = xmlReader({
    open: (name) => {
      if (name === 'si') collected.start();
      collected.open(name);
    },
    text: collected.text,
    close: (name) => {
      collected.close(name);
      if (name === 'si') strings.push(collected.take());
    },
  });
  for await (const piece of xml) parser.write(piece);
  parser.close();
  return strings;
};

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
