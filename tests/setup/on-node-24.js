import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs the unit tests and starts the program on Node 24, which comes from npm as any package does. */
const VERSION = '24';
const folder = join('node_modules', '.cache', 'node-24');
const name = `node-${process.platform}-${process.arch}`;
const node = join(folder, 'node_modules', name, 'bin', 'node');

const fail = (why) => {
  console.error(why);
  process.exit(1);
};

const install = () => {
  if (existsSync(node)) return;
  mkdirSync(folder, { recursive: true });
  const packages = ['install', '--prefix', folder, '--no-save', '--silent', `${name}@${VERSION}`];
  if (spawnSync('npm', packages, { stdio: 'inherit' }).status !== 0)
    fail(`Node ${VERSION} could not be installed.`);
};

const unitTests = () => {
  const flags = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
  ];
  const units = [
    '--testPathIgnorePatterns',
    'e2e',
    'libs/event-store',
    'libs/messaging',
    'deploy',
    'tests/',
    'reading',
  ];
  if (spawnSync(node, [...flags, ...units], { stdio: 'inherit' }).status !== 0)
    fail('Unit tests fail on Node 24.');
};

const starts = () =>
  new Promise((resolve) => {
    const data = mkdtempSync(join(tmpdir(), 'liren-node-24-'));
    chmodSync(data, 0o755); // as root, the database runs as another user, who must get in
    const args = ['--enable-source-maps', 'dist/deploy/all-in-one/start.js', '--port', '0', '--data', data];
    const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let isReady = false;
    child.stdout.on('data', (text) => {
      if (!String(text).includes('Liren is ready on')) return;
      isReady = true;
      child.kill('SIGINT');
    });
    child.once('exit', (code) => {
      rmSync(data, { recursive: true, force: true });
      if (!isReady || code !== 0) fail(`On Node ${VERSION} the program ended with ${code}.`);
      resolve();
    });
  });

if (process.versions.node.startsWith(`${VERSION}.`)) {
  console.log('This is Node 24 already; nothing more to run on it.');
} else {
  install();
  unitTests();
  await starts();
  console.log('Unit tests pass and the program starts and stops on Node 24.');
}
