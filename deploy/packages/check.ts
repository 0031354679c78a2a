import { spawnSync } from 'node:child_process';
import { knownFaults, verdictOn } from './known-faults.js';

// Ends with 1 for a known fault that stands in the way, with 2 when nobody could be asked: every night should know that. Who
// builds without a network says `--may-be-offline`. Asks once and waits for no one: it is run before every test.
const asking = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
const audit = spawnSync('npm', asking, { encoding: 'utf8', timeout: 60_000 });
const { says, exitCode } = verdictOn(knownFaults(audit.stdout ?? ''), {
  mayBeOffline: process.argv.includes('--may-be-offline'),
});
for (const line of says) console.log(line);
process.exit(exitCode);
