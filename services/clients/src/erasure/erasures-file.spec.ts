import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErasuresFile } from './erasures-file.process.js';

const [anna, bea] = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b'];

describe('the list of who was erased, beside the key', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'liren-erasures-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the same after a restart, readable by its owner alone, and names each once', () => {
    const file = new ErasuresFile(folder);
    for (const clientId of [anna, bea, anna]) file.add(clientId);
    expect(new ErasuresFile(folder).all()).toEqual([anna, bea]);
    expect(statSync(join(folder, 'erasures')).mode & 0o777).toBe(0o600);
  });

  it('loses nobody whose line comes after one that a crash has cut off', () => {
    new ErasuresFile(folder).add(anna);
    appendFileSync(join(folder, 'erasures'), `\n${bea.slice(0, 20)}`);
    const afterCrash = new ErasuresFile(folder);
    expect(afterCrash.all()).toEqual([anna]);
    afterCrash.add(bea);
    expect(new ErasuresFile(folder).all()).toEqual([anna, bea]);
    expect(readFileSync(join(folder, 'erasures'), 'utf8')).toContain(bea);
  });
});
