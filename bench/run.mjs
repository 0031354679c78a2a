import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

/** What the benches need beyond the project itself, installed once. */
const prepare = () => {
  const run = (args, cwd) => {
    const { status } = spawnSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}.`);
  };
  if (!existsSync(`${here}node_modules`)) run(['ci'], here);
  run(['run', '--silent', 'build'], root);
};

const NAMES = [
  'append-1',
  'append-16',
  'append-64',
  'append-256',
  'rebuild',
  'consume',
  'command-http',
  'register-http',
];

const readArguments = () => {
  const args = process.argv.slice(2);
  const json = args.indexOf('--json');
  const file = json === -1 ? undefined : args.splice(json, 2)[1];
  const unknown = args.filter((name) => !NAMES.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no bench ${unknown.join(', ')}. There are ${NAMES.join(', ')}.`);
  return { names: args.length === 0 ? NAMES : args, file };
};

const table = (rows) => {
  const lines = rows.map(({ name, unit, ours, peer, peerName, ratio }) => [
    name,
    Math.round(ours).toLocaleString('en'),
    Math.round(peer).toLocaleString('en'),
    unit,
    `${ratio.toFixed(2)} ×`,
    peerName,
  ]);
  const all = [['bench', 'ours', 'peer', 'unit', 'ratio', 'against'], ...lines];
  const widths = all[0].map((_, at) => Math.max(...all.map((line) => line[at].length)));
  return all.map((line) => line.map((cell, at) => cell.padEnd(widths[at])).join('  ')).join('\n');
};

try {
  const { names, file } = readArguments();
  prepare();
  const { append } = await import('./append.mjs');
  const { rebuild } = await import('./rebuild.mjs');
  const { consume } = await import('./consume.mjs');
  const { commandHttp } = await import('./command-http.mjs');
  const { registerHttp } = await import('./register-http.mjs');
  const { withPostgres } = await import('./postgres.mjs');
  const rows = [];
  await withPostgres(async (server) => {
    for (const name of names) {
      process.stderr.write(`${name} …\n`);
      if (name.startsWith('append-')) rows.push(...(await append(server, Number(name.slice(7)))));
      else if (name === 'rebuild') rows.push(...(await rebuild(server)));
      else if (name === 'consume') rows.push(...(await consume(server)));
      else if (name === 'command-http') rows.push(...(await commandHttp(server)));
      else rows.push(...(await registerHttp(server)));
    }
    console.log(table(rows));
  });
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
  process.exit(0);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
