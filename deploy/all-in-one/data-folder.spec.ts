import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#libs/service';
import { takeDataFolder } from './data-folder.js';

describe('a data folder', () => {
  let folder: string;
  let lock: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'liren-data-'));
    lock = join(folder, 'liren.pid');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const deadProcess = (): number => spawnSync(process.execPath, ['--eval', '']).pid;

  it.each([
    ['a process that has ended', deadProcess],
    ['nobody, where a crash left an empty file', () => ''],
    ['this process', () => process.pid],
  ])('is taken where it is held by %s, and given back', (_whom, owner) => {
    writeFileSync(lock, String(owner()));
    const taken = takeDataFolder(folder);
    expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
    taken.release();
    expect(readdirSync(folder)).toEqual(['format']);
  });

  it('is taken where a crash left its format unsaid, and not taken where that is another', () => {
    const format = join(folder, 'format');
    writeFileSync(format, '');
    takeDataFolder(folder).release();
    expect(readFileSync(format, 'utf8')).toBe('1\n');
    writeFileSync(format, '2\n');
    expect(() => takeDataFolder(folder)).toThrow('format 2');
    expect(existsSync(lock)).toBe(false);
  });

  it('is not taken where a running process holds it', () => {
    writeFileSync(lock, String(process.ppid));
    expect(() => takeDataFolder(folder)).toThrow(`used by a running Liren (process ${process.ppid})`);
    expect(readFileSync(lock, 'utf8')).toBe(String(process.ppid));
  });

  it('is taken by one of several that start at the same moment, also after a crash', async () => {
    const program = join(projectRoot(), 'dist/deploy/all-in-one/data-folder.js');
    const go = join(folder, 'go');
    const starting = `
      import { existsSync } from 'node:fs';
      const { takeDataFolder } = await import(${JSON.stringify(program)});
      console.log('here');
      for (const until = Date.now() + 60_000; !existsSync(${JSON.stringify(go)}) && Date.now() < until; );
      try {
        takeDataFolder(${JSON.stringify(folder)});
        console.log('taken');
        setInterval(() => {}, 1_000);
      } catch ({ name, message }) {
        console.log(message);
      }`;
    writeFileSync(lock, String(deadProcess()));
    const several = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--input-type=module', '--eval', starting]),
    );
    const said = several.map(() => '');
    const all = (what: RegExp) => () => said.every((one) => what.test(one));
    const heard = async (enough: () => boolean): Promise<void> => {
      while (!enough()) await Promise.race(several.map(({ stdout }) => once(stdout, 'data')));
    };
    several.forEach(({ stdout }, at) =>
      stdout.on('data', (chunk: Buffer) => (said[at] = said[at]! + chunk.toString())),
    );
    try {
      await heard(all(/here/));
      writeFileSync(go, '');
      await heard(all(/here\n.+\n/));
    } finally {
      several.forEach((one) => one.kill('SIGKILL'));
    }
    const takers = several.filter((_one, at) => said[at]!.includes('taken'));
    expect(takers).toHaveLength(1);
    expect(said.filter((one) => one.includes(`process ${takers[0]!.pid})`))).toHaveLength(3);
    expect(existsSync(lock)).toBe(true);
  });
});
