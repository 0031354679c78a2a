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

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
