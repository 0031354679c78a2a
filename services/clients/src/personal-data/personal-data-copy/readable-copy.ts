import { SECTION_NAMES } from '../../client/file-sections.config.js';
import { CONTACT_LABELS, HISTORY_LABELS, SECTION_LABELS } from './copy-labels.js';
import { Html, html } from './html.js';
import type { CopiedFile, PersonalDataCopy } from './personal-data-copy.answers.js';

const STYLE = new Html(`
body { font: 15px/1.5 system-ui, 'PingFang SC', 'Noto Sans CJK SC', sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; margin: 0 0 1.5rem }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #ddd; overflow-wrap: anywhere }
th { width: 11rem }
ul { margin: 0; padding-left: 1.1rem }`);

type Row = readonly [label: string, value: unknown];

/** The copy as one page without anything from elsewhere, in the words of the salon. */
export const readableCopy = ({ clientId, madeAt, files, history }: PersonalDataCopy): string =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>个人信息副本</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <h1>个人信息副本 <small>Copy of personal data</small></h1>
        <p>${clientId} · ${moment(madeAt)}</p>
        ${files.map(filePart)}
        <h2>记录 <small>What was recorded</small></h2>
        ${Object.entries(HISTORY_LABELS).map(([service, label]) => historyPart(label, history[service as keyof typeof history]))}
      </body>
    </html> `.text;

const filePart = (file: CopiedFile): Html =>
  html`<h2>档案 <small>File</small></h2>
    ${contactTable(file)}
    ${SECTION_NAMES.map((name) => {
      const { title, fields } = SECTION_LABELS[name];
      const kept = file.file[name] as Record<string, unknown> | undefined;
      return (
        kept &&
        part(
          title,
          Object.entries(fields).map(([field, label]) => [label, kept[field]]),
        )
      );
    })}
    ${part(
      '健康记录 Health notes',
      file.healthNotes.map(({ takenAt, kind, text }) => [moment(takenAt), `${kind}: ${text}`]),
    )}
    ${part(
      '皮肤图 Pictures of her skin',
      file.carePictures.map(({ takenOn, area, side, link }) => [takenOn, `${area}, ${side}: ${link}`]),
    )}
    ${part(
      '同意 Consents',
      file.consents.history.map(({ at, purpose, given, text }) => [
        moment(at),
        [`${purpose}: ${given ? '同意 given' : '撤回 withdrawn'}`, ...Object.values(text ?? {})],
      ]),
    )}
    ${part(
      '已提供给 Given to',
      file.disclosures.map(({ at, recipient, processorId, purpose, sections, abroad }) => [
        moment(at),
        [
          recipient,
          ...(processorId === undefined ? [] : ['受托处理 works for the salon']),
          ...(abroad === undefined ? [] : [`境外 abroad: ${abroad.country}`]),
          purpose,
          ...sections,
        ],
      ]),
    )}`;

const contactTable = (file: CopiedFile): Html => {
  const card = { ...file, since: moment(file.since) };
  return table(
    Object.entries(CONTACT_LABELS).map(([field, label]) => [
      label,
      card[field as keyof typeof CONTACT_LABELS],
    ]),
  );
};

const historyPart = (title: string, facts: PersonalDataCopy['history']['clients']): Html =>
  part(
    title,
    facts.map(({ occurredAt, type, data }) => [`${moment(occurredAt)} ${inWords(type)}`, data]),
  );

/** Nothing where there is nothing to show. */
const part = (title: string, rows: readonly Row[]): Html =>
  rows.length === 0
    ? html``
    : html`<h3>${title}</h3>
        ${table(rows)}`;

const table = (rows: readonly Row[]): Html =>
  html`<table>
    ${rows
      .filter(([, value]) => value !== undefined && value !== null)
      .map(
        ([label, value]) =>
          html`<tr>
            <th>${label}</th>
            <td>${shown(value)}</td>
          </tr> `,
      )}
  </table>`;

/** Lists, and what has names within, as lists; all else as it stands. */
const shown = (value: unknown): Html => {
  if (Array.isArray(value)) return list(value.map(shown));
  if (typeof value !== 'object' || value === null) return html`${value === null ? '—' : text(value)}`;
  return list(Object.entries(value).map(([name, one]) => html`${inWords(name)}: ${shown(one)}`));
};

const list = (items: readonly Html[]): Html =>
  html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** `VisitCompleted` as “Visit completed”. */
const inWords = (name: string): string => {
  const words = name.replace(
    /([a-z])([A-Z])/g,
    (_match, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const moment = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
