import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartFailure } from '../start-failure.js';
import { findJava } from './java.js';

const refusal = new StartFailure(
  'Kafka needs Java 17 or newer: install it, or set KAFKA_BROKERS to a running Kafka.',
);

describe('the Java that runs Kafka', () => {
  const home = mkdtempSync(join(tmpdir(), 'liren-java-'));
  const java = join(home, 'bin', 'java');

  const javaSays = (version: string): void => {
    mkdirSync(join(home, 'bin'), { recursive: true });
    writeFileSync(java, `#!/bin/sh\necho 'openjdk version "${version}" 2025-04-15' >&2\n`, { mode: 0o755 });
  };

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it.each(['17.0.15', '21', '24-ea'])('may be %s', async (version) => {
    javaSays(version);
    expect(await findJava({ JAVA_HOME: home })).toBe(java);
  });

  it.each(['1.8.0_392', '11.0.2'])('is too old as %s', async (version) => {
    javaSays(version);
    await expect(findJava({ JAVA_HOME: home })).rejects.toThrow(refusal);
  });

  it('is asked for where there is none', async () => {
    await expect(findJava({ PATH: join(home, 'empty') })).rejects.toThrow(refusal);
  });
});
