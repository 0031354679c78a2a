import type { Operation } from './description.js';
import type { Draft } from './requests.js';
import type { Sent } from './sending.js';

/** What came out of asking. */
export class Findings {
  private readonly found = new Map<string, string>();
  private readonly answered = new Set<Operation>();
  private readonly refusals = new Map<Operation, string>();

  /** Each kind of fault once, with what was sent and answered. */
  get faults(): string[] {
    return [...this.found.values()];
  }

  note(draft: Draft, { path, answer }: Sent, faults: readonly string[]): void {
    const { operation, manner, query, headers, body } = draft;
    if (answer.status < 300) this.answered.add(operation);
    else if (manner === 'valid') this.refusals.set(operation, answer.text);
    for (const fault of faults) {
      const what = `${operation.method} ${operation.path} ${fault}`;
      if (this.found.has(what)) continue;
      const sent = JSON.stringify({ manner, path, query, headers, body });
      this.found.set(what, `${what}\n  ${sent.slice(0, 600)}\n  ${answer.text.slice(0, 300)}`);
    }
  }

  /** Operations that nobody got more than a refusal from, with the last one of what was asked as described. */
  neverAnswered(operations: readonly Operation[]): string[] {
    return operations
      .filter((operation) => !this.answered.has(operation))
      .map((one) => `${one.method} ${one.path}: ${this.refusals.get(one)}`);
  }
}
