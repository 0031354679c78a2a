/** Markup that is safe to be put into other markup. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | undefined | readonly Part[];

/** Markup from a template: whatever is put in is text, unless it was made here. */
export const html = (template: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(template.map((text, at) => text + (at < parts.length ? rendered(parts[at]) : '')).join(''));

const rendered = (part: Part): string => {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'string' ? escaped(part) : part.map(rendered).join('');
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
