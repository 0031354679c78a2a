import { spawnSync } from 'node:child_process';
import { knownFaults } from './known-faults.js';

// Ends with 1 when a package that runs in a service has a known fault, with 2 when nobody could be asked.
const audit = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
const faults = knownFaults(audit.stdout ?? '');
if (faults === undefined) {
  console.error('No registry answers npm audit here: nothing is known of any package.');
  process.exit(2);
}
for (const { name, severity, range } of faults) console.error(`${severity}: ${name} ${range}`);
console.log(
  faults.length === 0 ? 'No package has a known fault.' : `${faults.length} packages have known faults.`,
);
process.exit(faults.length === 0 ? 0 : 1);
