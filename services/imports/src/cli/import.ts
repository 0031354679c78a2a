import { openAsBlob } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { NotSignedIn, SignedIn } from './signed-in.js';

const USAGE = 'Usage: npm run import -- FILE --mapping MAPPING.json [--dry-run]';
const POLL_MS = 500;
const PATIENCE_MS = 5 * 60_000;

interface ImportPage {
  status: 'running' | 'completed' | 'failed';
  progress: { rows: number; rowsTotal: number; rowsPerSecond: number; secondsLeft: number | null } | null;
  result: { rows: number; visits: number; returns: number; clients?: number; refused: number } | null;
  failure: { message: string } | null;
  refused: Record<string, number>;
}

/** What the user can mend; said in one line. */
class ImportFailure extends Error {}

const platform = process.env['LIREN_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;

const liren = new SignedIn(platform, process.env);

const main = async (): Promise<void> => {
  const importId = await upload(readArguments());
  summarise(await follow(importId), importId);
};

interface Arguments {
  readonly file: string;
  readonly mapping: string;
  readonly dryRun: boolean;
}

const readArguments = (): Arguments => {
  try {
    const { values, positionals } = parseArgs({
      options: { mapping: { type: 'string', short: 'm' }, 'dry-run': { type: 'boolean' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file !== undefined && positionals.length === 1 && values.mapping !== undefined) {
      return { file, mapping: values.mapping, dryRun: values['dry-run'] ?? false };
    }
  } catch {
    // What is wrong shows in the usage.
  }
  throw new ImportFailure(USAGE);
};

const upload = async ({ file, mapping, dryRun }: Arguments): Promise<string> => {
  const form = new FormData();
  form.set('mapping', await readable(mapping, () => readFile(mapping, 'utf8')));
  form.set('dryRun', String(dryRun));
  form.set('file', await readable(file, () => openAsBlob(file)), basename(file));
  const answer = await reached(liren.fetch('/v1/imports', { method: 'POST', body: form }));
  const body = (await answer.json()) as {
    importId: string;
    detail?: string;
    title?: string;
    errors?: Fault[];
  };
  if (answer.ok) return body.importId;
  const faults = (body.errors ?? []).map(({ field, faults: each }) => `\n  ${field}: ${each.join(', ')}`);
  throw new ImportFailure(`${body.detail ?? body.title}${faults.join('')}`);
};

interface Fault {
  field: string;
  faults: string[];
}

/** Until it is over. The import is the platform's by now: when that is away for a while, it goes on by itself. */
const follow = async (importId: string): Promise<ImportPage> => {
  let lastHeard = performance.now();
  for (let polls = 0; performance.now() - lastHeard < PATIENCE_MS; polls += 1) {
    const found = await look(importId);
    if (found !== undefined) {
      if (found.status !== 'running') return found;
      lastHeard = performance.now();
    }
    showLine(found === undefined ? AWAY : inWords(found), polls);
    await sleep(POLL_MS);
  }
  throw new ImportFailure(
    `Liren has not answered for 5 minutes. Start it, then run the same command: the import goes on where it was.`,
  );
};

const AWAY = 'Liren does not answer; the import goes on when it is back.';

const look = async (importId: string): Promise<ImportPage | undefined> => {
  try {
    const answer = await liren.fetch(`/v1/imports/${importId}`);
    return answer.ok ? ((await answer.json()) as ImportPage) : undefined;
  } catch (error) {
    if (error instanceof NotSignedIn) throw error;
    return undefined; // refused or cut off: it is away
  }
};

const inWords = ({ progress }: ImportPage): string => {
  if (progress === null || progress.rowsTotal === 0) return 'Looking at the file.';
  const { rows, rowsTotal, rowsPerSecond, secondsLeft } = progress;
  const share = rowsTotal === 0 ? 0 : Math.floor((100 * rows) / rowsTotal);
  const left = secondsLeft === null ? '' : `, ${secondsLeft} s left`;
  return `${share} %  ${count(rows)} of ${count(rowsTotal)} rows, ${count(rowsPerSecond)} rows/s${left}`;
};

const showLine = (line: string, polls: number): void => {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[2K${line}`);
  else if (polls % 10 === 0) console.log(line);
};

const summarise = ({ status, result, failure, refused }: ImportPage, importId: string): void => {
  if (process.stdout.isTTY) process.stdout.write('\r\u001B[2K');
  if (status === 'failed' || result === null)
    throw new ImportFailure(failure?.message ?? 'The import failed.');
  const { rows, visits, returns, clients } = result;
  const taken =
    clients === undefined
      ? `${count(visits)} visits, ${count(returns)} returns`
      : `${count(clients)} clients’ files`;
  console.log(`${count(rows)} rows: ${taken}, ${count(result.refused)} rows not taken.`);
  for (const [code, number] of Object.entries(refused)) console.log(`  ${code}: ${count(number)}`);
  if (result.refused > 0)
    console.log(`Each with its reason: ${platform}/v1/imports/${importId}/refused-rows`);
};

const count = (number: number): string => number.toLocaleString('en');

const readable = async <T>(path: string, read: () => Promise<T>): Promise<T> => {
  try {
    if (!(await stat(path)).isFile()) throw new Error('That is no file.');
    return await read();
  } catch (cause) {
    throw new ImportFailure(`${path} cannot be read: is the path right?`, { cause });
  }
};

const reached = async <T>(request: Promise<T>): Promise<T> => {
  try {
    return await request;
  } catch (cause) {
    if (cause instanceof NotSignedIn) throw cause;
    throw new ImportFailure(
      `Liren does not answer at ${platform}: start it with npm start, or set LIREN_URL.`,
      { cause },
    );
  }
};

main().catch((error: unknown) => {
  console.error(error instanceof ImportFailure || error instanceof NotSignedIn ? error.message : error);
  process.exit(1);
});
