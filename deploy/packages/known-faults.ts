import { z } from 'zod';

const SEVERITIES = ['info', 'low', 'moderate', 'high', 'critical'] as const;

const report = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.enum(SEVERITIES), range: z.string() })),
});

/** A package that we use in a version with a fault that is known. */
export interface KnownFault {
  readonly name: string;
  readonly severity: (typeof SEVERITIES)[number];
  /** Versions that have it. */
  readonly range: string;
}

/** What `npm audit --json` found, the worst first; undefined when no registry answered it. */
export const knownFaults = (audited: string): readonly KnownFault[] | undefined => {
  const parsed = report.safeParse(asJson(audited));
  if (!parsed.success) return undefined;
  return Object.entries(parsed.data.vulnerabilities)
    .map(([name, { severity, range }]) => ({ name, severity, range }))
    .sort((one, other) => SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity));
};

export interface Verdict {
  readonly says: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}

/**
 * A fault that is high or critical stands in the way at once, which is sooner than docs/architecture/security.md has it; others
 * have their 60 days and are only named. That nobody can be asked is no failure where one may be offline.
 */
export const verdictOn = (
  faults: readonly KnownFault[] | undefined,
  { mayBeOffline }: { readonly mayBeOffline: boolean },
): Verdict => {
  if (faults === undefined) {
    const says = ['No registry answers npm audit here: nothing is known of any package.'];
    return { says, exitCode: mayBeOffline ? 0 : 2 };
  }
  const grave = faults.filter(({ severity }) => severity === 'high' || severity === 'critical');
  const named = faults.map(({ name, severity, range }) => `${severity}: ${name} ${range}`);
  const told = `${faults.length} packages have known faults, ${grave.length} of them high or critical.`;
  return { says: [...named, told], exitCode: grave.length > 0 ? 1 : 0 };
};

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
