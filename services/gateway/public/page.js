const COLUMNS = [
  ['name', 'Store'],
  ['currency', ''],
  ['grossMinor', 'Gross'],
  ['returnsMinor', 'Returns'],
  ['netMinor', 'Net'],
  ['visits', 'Visits'],
  ['clients', 'Clients'],
  ['averageTicketMinor', 'Ticket'],
  ['pointsIssued', 'Points'],
  ['referralsRewarded', 'Referrals'],
  ['followUpsDone', 'Calls done'],
  ['followUpsMissed', 'Calls missed'],
  ['complaintsOpened', 'Complaints'],
  ['complaintsBreached', 'Late answers'],
];
const MOST_BARS = 15;
/** Where a report is shown; empty when nobody is signed in. */
const REPORT = ['chart', 'caption', 'head', 'rows', 'totals'];
/** A report is there so long: whose session has ended meanwhile, who has left the desk, leaves nothing behind. */
const SHOWN_MS = 15 * 60_000;
const place = (id) => document.getElementById(id);
const form = place('question');

/** How many digits of an amount in minor units are behind the point: two for yuan, none for yen. */
const digitsOf = (currency) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;

const shown = (field, row) => {
  const value = row[field];
  if (field === 'name' || field === 'currency') return value ?? '';
  if (!field.endsWith('Minor')) return value.toLocaleString('en');
  if (row.currency === null) return '–';
  const digits = digitsOf(row.currency);
  return (value / 10 ** digits).toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
};

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className !== undefined) made.className = className;
  return made;
};

const rowOf = (row, cell) => {
  const made = element('tr');
  made.append(...COLUMNS.map(([field]) => element(cell, shown(field, row))));
  return made;
};

const drawTable = ({ rows, totals, position, knownAt }) => {
  const head = element('tr');
  head.append(...COLUMNS.map(([, title]) => element('th', title)));
  place('head').replaceChildren(head);
  place('rows').replaceChildren(...rows.map((row) => rowOf(row, 'td')));
  place('totals').replaceChildren(rowOf({ name: 'All stores', ...totals }, 'td'));
  place('caption').textContent =
    `As known at ${new Date(knownAt).toLocaleString('sv')}, position ${position.toLocaleString('en')}`;
};

const drawChart = ({ rows }, figure) => {
  const sorted = [...rows].sort((one, other) => other[figure] - one[figure]).slice(0, MOST_BARS);
  const most = Math.max(1, ...sorted.map((row) => row[figure]));
  place('chart').replaceChildren(
    ...sorted.map((row) => {
      const bar = element('div', undefined, 'bar');
      const length = element('i');
      length.style.width = `${Math.max(0, (100 * row[figure]) / most)}%`;
      bar.append(element('span', row.name), length, element('span', shown(figure, row)));
      return bar;
    }),
  );
};

/** Good for a quarter of an hour; kept in memory alone, and had anew by a cookie that no script reads. */
let token;
/** Empties the page when a report has been there for long. */
let timer;

const say = (text) => {
  place('message').textContent = text;
};

const empty = () => {
  for (const id of REPORT) place(id).replaceChildren();
};

const send = async (path, options) => {
  try {
    return await fetch(path, options);
  } catch {
    throw new Error('Liren cannot be reached. Try again when you are connected.');
  }
};

const refused = async (answer) => {
  const { detail, title, code } = await answer.json().catch(() => ({ title: `Answered ${answer.status}.` }));
  return Object.assign(new Error(detail ?? title), { code });
};

const hasSignedIn = async (answer) => {
  token = answer.ok ? (await answer.json()).accessToken : undefined;
  for (const id of ['question', 'sign-out']) place(id).hidden = token === undefined;
  place('sign-in').hidden = token !== undefined;
  place('sign-in').reset(); // a password does not wait there for who comes next
  place('code').hidden = true;
  if (token === undefined) empty();
  return token !== undefined;
};

const refresh = async () => {
  const answer = await send('/v1/sessions/refresh', { method: 'POST' });
  if (!answer.ok && answer.status !== 401) throw await refused(answer);
  return hasSignedIn(answer);
};

const signIn = async () => {
  const given = Object.fromEntries(new FormData(place('sign-in')));
  if (given.code === '') delete given.code;
  const answer = await send('/v1/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given),
  });
  if (answer.ok) {
    await hasSignedIn(answer);
    return show();
  }
  const refusal = await refused(answer);
  if (refusal.code === 'second-factor-needed') {
    place('code').hidden = false;
    place('sign-in').elements.code.focus();
  }
  throw refusal;
};

/** Asks again with a fresh token when the one at hand has become too old. */
const ask = async (path, options = {}) => {
  const asked = () => send(path, { ...options, headers: { authorization: `Bearer ${token}` } });
  const answer = await asked();
  if (answer.status !== 401) return answer;
  if (await refresh()) return asked();
  throw new Error('Your session has ended: sign in again.');
};

const signOut = async () => {
  empty(); // also when nobody answers
  try {
    const answer = await ask('/v1/sessions/current', { method: 'DELETE' });
    if (!answer.ok) throw await refused(answer);
  } catch (error) {
    if (token !== undefined) throw new Error(`You are still signed in here. ${error.message}`);
  }
  location.reload();
};

const show = async () => {
  const given = new FormData(form);
  const question = new URLSearchParams();
  for (const field of ['from', 'to']) if (given.get(field)) question.set(field, given.get(field));
  if (given.get('knownAt')) question.set('knownAt', new Date(given.get('knownAt')).toISOString());
  const answer = await ask(`/v1/reports/store-comparison?${question}`);
  empty(); // what she asked for before is no answer to this
  if (!answer.ok) throw await refused(answer);
  const report = await answer.json();
  drawTable(report);
  drawChart(report, given.get('figure'));
  clearTimeout(timer);
  timer = setTimeout(over, SHOWN_MS);
  if (report.rows.length === 0) say('No store yet. Open one, or import history; see the API.');
};

const over = () => {
  empty();
  if (token !== undefined)
    say('Nobody has asked for a quarter of an hour: press Show to see the report again.');
};

/** Does it, and says why when it cannot be done. */
const attempt = async (work) => {
  say('');
  try {
    await work();
  } catch (error) {
    say(error.message);
  }
};

const on = (id, event, work) =>
  place(id).addEventListener(event, (happened) => {
    happened.preventDefault();
    void attempt(work);
  });
on('question', 'submit', show);
on('figure', 'change', show);
on('sign-in', 'submit', signIn);
on('sign-out', 'click', signOut);

// Who goes back to this page, or to its tab, sees what she may see then, not what somebody saw before.
addEventListener('pagehide', empty);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && token !== undefined) void attempt(show);
});

await attempt(async () => {
  if (await refresh()) await show();
});
