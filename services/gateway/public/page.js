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
const form = document.getElementById('question');
const place = (id) => document.getElementById(id);

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

const hasSignedIn = async (answer) => {
  token = answer.ok ? (await answer.json()).accessToken : undefined;
  for (const id of ['question', 'sign-out']) place(id).hidden = token === undefined;
  place('sign-in').hidden = token !== undefined;
  if (token === undefined) for (const id of REPORT) place(id).replaceChildren();
  return token !== undefined;
};

const refresh = async () => hasSignedIn(await fetch('/v1/sessions/refresh', { method: 'POST' }));

const signIn = async () => {
  const given = Object.fromEntries(new FormData(place('sign-in')));
  if (given.code === '') delete given.code;
  const answer = await fetch('/v1/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given),
  });
  const refusal = answer.ok ? undefined : await answer.clone().json();
  if (await hasSignedIn(answer)) await show();
  else place('message').textContent = refusal.detail ?? refusal.title;
  place('code').hidden &&= refusal?.code !== 'second-factor-needed';
};

/** Asks again with a fresh token when the one at hand has become too old. */
const ask = async (path, options = {}) => {
  const send = () => fetch(path, { ...options, headers: { authorization: `Bearer ${token}` } });
  const answer = await send();
  return answer.status === 401 && (await refresh()) ? send() : answer;
};

const signOut = async () => {
  try {
    await ask('/v1/sessions/current', { method: 'DELETE' });
  } finally {
    location.reload(); // also when nobody answers: nothing of a report stays
  }
};

const show = async () => {
  const given = new FormData(form);
  const question = new URLSearchParams();
  for (const field of ['from', 'to']) if (given.get(field)) question.set(field, given.get(field));
  if (given.get('knownAt')) question.set('knownAt', new Date(given.get('knownAt')).toISOString());
  place('message').textContent = '';
  try {
    const answer = await ask(`/v1/reports/store-comparison?${question}`);
    const report = await answer.json();
    if (!answer.ok) throw new Error(report.detail ?? report.title);
    drawTable(report);
    drawChart(report, given.get('figure'));
    if (report.rows.length === 0)
      place('message').textContent = 'No store yet. Open one, or import history; see the API.';
  } catch (error) {
    place('message').textContent = `The report cannot be shown: ${error.message}`;
  }
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void show();
});
form.elements.figure.addEventListener('change', () => void show());
place('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  void signIn();
});
place('sign-out').addEventListener('click', () => void signOut());
if (await refresh()) await show();
