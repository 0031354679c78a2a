import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI, type TOTP } from 'otpauth';
import type { BrowserContext, Page } from 'puppeteer-core';
import { eventually, freshBaseUrl, signIn as signInElsewhere } from '#libs/testing';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';
import { startBrowser, type StartedBrowser } from './browser.js';

const PASSWORD = 'four words one smile';
const STEP_MS = 30_000;
const QUARTER_MS = 15 * 60_000;
const STORES = ['静安', '徐汇'];

describe('the page, in a browser', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-page-'));
  let platform: PlatformProcess | undefined;
  let started: StartedBrowser | undefined;
  let context: BrowserContext;
  let page: Page;
  let url: string;
  /** What went wrong in a page; that a request was refused, the page says itself. */
  let faults: string[];

  const ask = async (method: string, path: string, body?: object, token?: string) => {
    const headers = {
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const answer = await platform!.fetch(`/v1/${path}`, {
      method,
      headers,
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, string>;
  };
  const hire = async (login: string): Promise<string> => {
    const her = { name: login, login, password: PASSWORD, role: 'hq-analyst', post: 'headquarters' };
    return (await ask('POST', 'staff', her))['staffId']!;
  };
  const openStore = async (storeId: string, name: string, paidMinor: number): Promise<void> => {
    await ask('POST', 'stores', { storeId, name, timeZone: 'Asia/Shanghai', currency: 'CNY' });
    const visit = { storeId, lines: [{ itemId: 'facial-60', paidMinor }] };
    await eventually(() => ask('POST', 'visits', visit));
  };

  const open = async (): Promise<Page> => {
    const opened = await context.newPage();
    opened.setDefaultTimeout(10_000);
    opened.on('pageerror', (error) => faults.push(String(error)));
    opened.on('console', (message) => {
      const isRefusal =
        message.text().startsWith('Failed to load') && message.location().url?.includes('/v1/');
      if (['error', 'warn'].includes(message.type()) && !isRefusal) faults.push(message.text());
    });
    return opened;
  };
  const visit = async (): Promise<void> => {
    const answer = await page.goto(url);
    expect(answer!.headers()['content-security-policy']).toContain("script-src 'self';");
    await asksToSignIn();
  };
  const fill = (label: string, text: string) => page.locator(`aria/${label}`).fill(text);
  const press = (name: string, on = page) => on.locator(`aria/${name}[role="button"]`).click();
  const signIn = async (login: string, password = PASSWORD): Promise<void> => {
    await fill('Login', login);
    await fill('Password', password);
    await press('Sign in');
  };
  const read = <T>(expression: string, on = page): Promise<T> => on.evaluate(expression) as Promise<T>;
  const says = (words: string) =>
    eventually(async () => expect(await read('document.body.innerText')).toContain(words));
  const showsTheReport = async (): Promise<void> => {
    for (const name of STORES) await says(name);
  };
  /** Nor what she typed to sign in. */
  const showsNothing = async (on = page): Promise<void> => {
    const all = await read<string>('document.documentElement.outerHTML', on);
    for (const name of STORES) expect(all).not.toContain(name);
    expect(
      await read(`[...document.querySelectorAll('#sign-in input')].map(({ value }) => value)`, on),
    ).toEqual(['', '', '']);
  };
  /** What a browser tells a page that is left, kept and looked at again; without a window it keeps none, and hides none. */
  const happens = (event: string, on = page) =>
    read(
      `(document.on${event} === undefined ? globalThis : document).dispatchEvent(new Event('${event}'))`,
      on,
    );
  const visitSignedIn = async (): Promise<void> => {
    await page.goto(url);
    await showsTheReport();
  };
  const asksToSignIn = (on = page) => on.waitForSelector('aria/Sign in[role="button"]', { visible: true });

  /** Services hear within a second that a session has ended. */
  const soonAsksToSignIn = (act: () => Promise<unknown>, on = page) =>
    eventually(async () => {
      await act();
      expect(await read(`document.querySelector('#sign-in').hidden`, on)).toBe(false);
    });

  beforeAll(async () => {
    const env = { DATABASE_URL: freshBaseUrl(), LIREN_DATA: dataFolder };
    started = await startBrowser();
    platform = await startPlatformProcess({ env });
    url = platform.url;
    await openStore('sh-01', STORES[0]!, 19_800);
    await openStore('sh-02', STORES[1]!, 129_900);
    await hire('zhaomin');
    await eventually(async () => {
      const { totals } = (await ask('GET', 'reports/store-comparison')) as never as { totals: object };
      expect(totals).toMatchObject({ visits: 2 });
    });
  });
  afterAll(async () => {
    await started?.end();
    await platform?.stop();
    rmSync(dataFolder, { recursive: true });
  });

  beforeEach(async () => {
    faults = [];
    context = await started!.browser.createBrowserContext();
    page = await open();
    await visit();
  });
  afterEach(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });

  it('says so when a password is wrong, and shows nothing', async () => {
    await signIn('zhaomin', 'another one');
    await says('Wrong login, password or code');
    expect(await read('document.querySelectorAll("tbody tr").length')).toBe(0);
    await asksToSignIn();
  });

  it('shows stores side by side, as a table and a chart, to who signs in', async () => {
    await signIn('zhaomin');
    await showsTheReport();
    const rows = await read<string[][]>(
      `[...document.querySelectorAll('tbody tr, tfoot tr')].map(({ cells }) => [...cells].map((cell) => cell.textContent))`,
    );
    expect(rows.map((row) => row.slice(0, 6))).toEqual([
      [STORES[0], 'CNY', '198.00', '0.00', '198.00', '1'],
      [STORES[1], 'CNY', '1,299.00', '0.00', '1,299.00', '1'],
      ['All stores', 'CNY', '1,497.00', '0.00', '1,497.00', '2'],
    ]);
    const bars = await read(
      `[...document.querySelectorAll('.bar')].map((bar) => bar.innerText.split('\\n'))`,
    );
    expect(bars).toEqual([
      [STORES[1], '1,299.00'],
      [STORES[0], '198.00'],
    ]);
  });

  it('asks for a code of the second factor, and takes it', async () => {
    await hire('sunli');
    const token = await eventually(() => signInElsewhere(url, 'sunli', PASSWORD));
    const { factorId, otpauthUri } = await ask('POST', 'staff/me/second-factor', undefined, token);
    const codeAt = (timestamp: number): string => (URI.parse(otpauthUri!) as TOTP).generate({ timestamp });
    const confirmation = `staff/me/second-factor/${factorId}/confirmation`;
    await ask('POST', confirmation, { code: codeAt(Date.now()) }, token);

    await signIn('sunli');
    await says('Send the code that your authenticator app shows');
    expect(await read('document.activeElement.name')).toBe('code');
    await fill('Code', codeAt(Date.now() + STEP_MS)); // a phone half a minute ahead: each code is good once
    await press('Sign in');
    await showsTheReport();
  });

  it('keeps nothing of who has signed out: not in the page, not in storage, not in cookies, not behind “back”', async () => {
    await signIn('zhaomin');
    await showsTheReport();
    await page.goto(`${url}/health/live`);
    await page.goBack();
    await showsTheReport();
    await read(
      `localStorage.setItem('a', '1'), sessionStorage.setItem('a', '1'), caches.open('a').then(() => undefined)`,
    );
    await press('Sign out');
    await asksToSignIn();
    await showsNothing();
    expect(
      await read('caches.keys().then((names) => [localStorage.length, sessionStorage.length, ...names])'),
    ).toEqual([0, 0]);
    const cookies = (await context.cookies()).map(({ name }) => name);
    expect(cookies).toEqual(['liren_browser']); // which says that this browser is known, and opens nothing
    await page.goto(`${url}/health/live`);
    await page.goBack();
    await asksToSignIn();
    await showsNothing();
  });

  it('shows nothing of it in another tab either, once somebody looks there', async () => {
    await signIn('zhaomin');
    await showsTheReport();
    const [left, kept] = [page, await open()];
    await left.goto(`${url}/health/live`);
    page = kept;
    await visitSignedIn();
    page = await open();
    await visitSignedIn();
    await press('Sign out');
    await asksToSignIn();
    await left.goBack();
    await showsNothing(left);
    await asksToSignIn(left);
    await soonAsksToSignIn(() => happens('visibilitychange', kept), kept);
    await showsNothing(kept);
  });

  it('is empty when another page takes its place, and asked for anew when it is back', async () => {
    await signIn('zhaomin');
    await showsTheReport();
    await happens('pagehide');
    await showsNothing();
    await happens('visibilitychange');
    await showsTheReport();
  });

  it('asks to sign in again when her session was ended elsewhere', async () => {
    const staffId = await hire('qianwei');
    await eventually(() => signInElsewhere(url, 'qianwei', PASSWORD));
    await signIn('qianwei');
    await showsTheReport();
    await ask('DELETE', `staff/${staffId}/sessions`);
    await soonAsksToSignIn(() => read(`document.querySelector('#question button').click()`));
    await says('Your session has ended: sign in again.');
    await showsNothing();
  });

  it('empties itself when nobody has asked for a quarter of an hour, for a session may have ended meanwhile', async () => {
    await page.evaluateOnNewDocument(
      'globalThis.setTimeout = (work, ms) => { globalThis.later = { work, ms }; }',
    );
    await page.reload();
    await signIn('zhaomin');
    await showsTheReport();
    expect(await read('later.ms')).toBe(QUARTER_MS);
    await read('later.work()');
    await says('Nobody has asked for a quarter of an hour');
    await showsNothing();
    await press('Show');
    await showsTheReport();
  });

  it('says so when nobody answers, and lets nobody believe that she has signed out', async () => {
    await signIn('zhaomin');
    await showsTheReport();
    await page.setOfflineMode(true);
    await press('Show');
    await says('Liren cannot be reached.');
    await press('Sign out');
    await says('You are still signed in here.');
    await showsNothing();
    await page.setOfflineMode(false);
    await press('Sign out');
    await asksToSignIn();
  });

  it('fits a phone: nothing but the table is wider', async () => {
    const width = 375;
    await page.setViewport({ width, height: 700, isMobile: true, hasTouch: true });
    const tooWide = `[...document.querySelectorAll('body *:not(table *)')].filter(
      (part) => part.tagName !== 'TABLE' && part.getBoundingClientRect().right > ${width}).map(({ id, tagName }) => tagName + id)`;
    await asksToSignIn();
    expect(await read(tooWide)).toEqual([]);
    await signIn('zhaomin');
    await showsTheReport();
    expect(await read(tooWide)).toEqual([]);
    expect(await read('document.documentElement.scrollWidth')).toBe(width);
  });

  it('runs no script that is not a file of its own', async () => {
    await read(
      `document.head.append(Object.assign(document.createElement('script'), { textContent: 'globalThis.ran = true' }))`,
    );
    expect(await read('globalThis.ran')).toBeUndefined();
    await eventually(() => expect(faults).toEqual([expect.stringContaining('Content Security Policy')]));
    faults = [];
  });
});
