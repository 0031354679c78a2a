interface Limits {
  /** Rows of one export. */
  readonly rowsPerExport: number;
  /** Rows of all exports of one person within 24 hours. */
  readonly rowsPerDay: number;
}

/** Headquarters may back the whole chain up; who answers for stores takes out no more than a store has. */
export interface ExportPolicy {
  readonly version: string;
  readonly headquarters: Limits;
  readonly others: Limits;
}

export const exportPolicy: ExportPolicy = {
  version: 'client-export@1',
  headquarters: { rowsPerExport: 200_000, rowsPerDay: 400_000 },
  others: { rowsPerExport: 5_000, rowsPerDay: 10_000 },
};
