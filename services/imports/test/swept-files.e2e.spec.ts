import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStore } from '#libs/event-store';
import { eventually, freshBaseUrl, startForTest, type TestedService } from '#libs/testing';
import { SweepSpool } from '../src/import/sweep-spool.process.js';
import { ImportsModule } from '../src/imports.module.js';
import { anImportStarted } from '../src/testing/import.builders.js';

describe('a file of client files that a crash has left on the disk', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-imports-'));
  const folder = join(dataFolder, 'imports');
  let imports: TestedService;
  afterAll(async () => {
    await imports.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const left = (name: string, hoursAgo: number): string => {
    const at = new Date(Date.now() - hoursAgo * 60 * 60 * 1_000);
    writeFileSync(join(folder, name), 'name,phone\n王芳,13800138000\n');
    utimesSync(join(folder, name), at, at);
    return name;
  };

  it('is gone, whether its upload ended or not; one that may still be coming in stays', async () => {
    mkdirSync(folder);
    left(`${randomUUID()}.part`, 2);
    left(randomUUID(), 2);
    const arriving = [left(`${randomUUID()}.part`, 0.9), left(randomUUID(), 0.9)];
    imports = await startForTest(ImportsModule, { databaseUrl: freshBaseUrl(), dataFolder });
    await eventually(() => {
      expect(readdirSync(folder).sort()).toEqual(arriving.sort());
      return Promise.resolve();
    });
    for (const name of arriving) rmSync(join(folder, name));
  });

  it('stays while its import is to go on, however long that takes', async () => {
    const started = anImportStarted();
    const { importId } = started.data;
    await imports.app.get(EventStore).append({
      context: { commandId: randomUUID() },
      streams: [{ stream: `import:${importId}`, expected: 'noStream', events: [started] }],
    });
    left(importId, 48);
    left(randomUUID(), 48);
    await imports.app.get(SweepSpool).sweep();
    expect(readdirSync(folder)).toEqual([importId]);
  });
});
