/** Pages that requirements for a text are met by. */
export const PAGES = {
  access: 'docs/reference/access.md',
  imports: 'docs/how-to/import-history.md',
  security: 'docs/architecture/security.md',
} as const;

export type Page = keyof typeof PAGES;
