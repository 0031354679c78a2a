/** What client files leave for: to run the salon, or to reach clients with what they did not ask for. */
export const EXPORT_PURPOSES = ['administration', 'marketing-calls', 'marketing-messages'] as const;
export type ExportPurpose = (typeof EXPORT_PURPOSES)[number];
