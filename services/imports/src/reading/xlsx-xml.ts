import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

interface Plain {
  position: false;
  xmlns: false;
}
export type XmlReader = SaxesParser<Plain>;

/** Reads XML piece by piece. Names come without their prefix: some programs write `x:row` for `row`. */
export const xmlReader = (handlers: XmlHandlers): XmlReader => {
  const parser = new SaxesParser<Plain>({ position: false, xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    handlers.open(localName(name), attributes);
  });
  if (handlers.text) {
    const text = handlers.text.bind(handlers);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (handlers.close) {
    const close = handlers.close.bind(handlers);
    parser.on('closetag', ({ name }) => {
      close(localName(name));
    });
  }
  return parser;
};

export const readXml = (xml: string, handlers: XmlHandlers): void => {
  xmlReader(handlers).write(xml).close();
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Excel writes what XML cannot hold as `_xHHHH_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
