import type { Finding, Invariant } from './invariant.js';

export interface Checked {
  readonly invariant: Invariant;
  readonly finding: Finding;
}

const HEADINGS = ['', 'what was checked', 'counted', 'result'] as const;

/** A row for each invariant; under it, a line for each thing that fails or could not be shown. */
export const tableOf = (all: readonly Checked[]): string => {
  const rows = all.map((checked) => ({ cells: cellsOf(checked), below: linesBelow(checked.finding) }));
  const widths = HEADINGS.map((heading, at) =>
    Math.max(heading.length, ...rows.map(({ cells }) => cells[at]!.length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd();
  return [
    line(HEADINGS),
    ...rows.flatMap(({ cells, below }) => [line(cells), ...below.map((text) => `     ${text}`)]),
  ].join('\n');
};

export const fails = ({ finding }: Checked): boolean => finding.failures.length > 0;

const cellsOf = (checked: Checked): string[] => {
  const { invariant, finding } = checked;
  const notShown = finding.notShown === undefined ? 'ok' : 'not shown';
  return [invariant.id, invariant.checks, finding.counted, fails(checked) ? 'FAILS' : notShown];
};

const linesBelow = ({ failures, notShown }: Finding): string[] => [
  ...failures.map((failure) => `✗ ${failure}`),
  ...(notShown === undefined ? [] : [`– ${notShown}`]),
];
