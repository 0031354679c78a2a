import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { launch, type Browser, type LaunchOptions } from 'puppeteer-core';
import { projectRoot } from '#libs/service';

export interface StartedBrowser {
  readonly browser: Browser;
  /** At once, whatever it is doing. */
  end(): Promise<void>;
}

const MOST_MS = 60_000;
/** Told that it is on a machine that has nothing but Node, the package unpacks libraries and fonts, too. */
const BARE_MACHINE = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
const UNPACK = "await (await import('@sparticuz/chromium')).default.executablePath();";

/** Chromium from npm, which there is for Linux on x64; elsewhere the Chrome that is installed. */
export const startBrowser = async (): Promise<StartedBrowser> => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-browser-'));
  const forget = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const isPacked = process.platform === 'linux' && process.arch === 'x64';
    const browser = await launch({
      ...(isPacked ? await unpack(folder) : { channel: 'chrome' as const }),
      ...{ headless: 'shell', args: ['--no-sandbox'] }, // as root there is none; it sees our own page alone
      pipe: true, // it ends when this process does, however that ends
      userDataDir: join(folder, 'profile'),
      ...{ timeout: MOST_MS, protocolTimeout: MOST_MS },
    });
    return {
      browser,
      end: async () => {
        await killed(browser);
        forget();
      },
    };
  } catch (error) {
    forget();
    throw error;
  }
};

/** Into a folder of its own: two that begin at once share none, nor one that somebody left half unpacked. */
const unpack = async (folder: string): Promise<Pick<LaunchOptions, 'executablePath' | 'env'>> => {
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    cwd: projectRoot(),
    env: { ...process.env, ...BARE_MACHINE, TMPDIR: folder },
    timeout: MOST_MS,
  });
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...{ PATH: process.env['PATH'], HOME: folder, TMPDIR: folder },
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: fontsIn(folder),
    },
  };
};

/** The package's own list of fonts looks for them in `/tmp`. */
const fontsIn = (folder: string): string => {
  const list = join(folder, 'fonts.conf');
  const [fonts, cache] = [join(folder, 'fonts'), join(folder, 'fonts-cache')];
  writeFileSync(list, `<fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`);
  return list;
};

const killed = async (browser: Browser): Promise<void> => {
  const child = browser.process()!;
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
};
