/** Where a picture is for her who asks for a copy of all that is held about her. */
export const linkOfCopied = (clientId: string, pictureId: string): string =>
  `/v1/clients/${clientId}/export/care-pictures/${pictureId}`;
