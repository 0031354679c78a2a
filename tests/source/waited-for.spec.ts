import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/service';

const ROOT = projectRoot();
const filesOf = (end: string): { file: string; text: string }[] =>
  readdirSync(join(ROOT, 'services'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.includes('/src/') && file.endsWith(end))
    .map((file) => ({ file, text: readFileSync(join(ROOT, 'services', file), 'utf8') }));

const VIEWS = new Set(
  filesOf('.projection.ts').flatMap(({ text }) =>
    [...text.matchAll(/^ {2}name: '(\w+)'/gm)].map(([, name]) => name!),
  ),
);
const readBy = (text: string): string[] =>
  [...new Set([...text.matchAll(/\b(?:from|join)\s+(\w+)/g)].map(([, name]) => name!))].filter((name) =>
    VIEWS.has(name),
  );

/** Those that wait until a view has come as far as somebody asks for. */
const WAITING = filesOf('.query.ts').filter(({ text }) => text.includes('.reached('));

describe('a query that waits for a position', () => {
  it('is found, and views with it', () => {
    expect(VIEWS.size).toBeGreaterThan(40);
    expect(WAITING.filter(({ text }) => readBy(text).length > 1).length).toBeGreaterThan(5);
  });

  it('waits for every view that it reads: each follows the log at its own pace', () => {
    const forgotten = WAITING.flatMap(({ file, text }) =>
      readBy(text)
        .filter((view) => !text.includes(`'${view}'`))
        .map((view) => `${file} reads ${view}`),
    );
    expect(forgotten).toEqual([]);
  });
});
