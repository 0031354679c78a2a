export interface PurposeNotice {
  readonly version: string;
  readonly text: { readonly zh: string; readonly en: string };
}

/** What a client is told when her file is opened (CL-25). Versions are never changed: a new text is a new version, put last. */
export const PURPOSE_NOTICES = [
  {
    version: '2026-01',
    text: {
      zh: '我们为您建立顾客档案，用于安排和记录护理、回访以及保障护理安全。除联系方式外，其余内容均可不填；您可以随时查看、更正、复制或删除。健康信息和照片须另行征得您的同意。',
      en: 'We open a file to plan and record your care, to ask how you are, and to keep you safe. All of it but one way to reach you is up to you; you may see, correct, copy or delete it at any time. Health and photos need a consent of their own.',
    },
  },
] as const satisfies readonly PurposeNotice[];

export const NOTICE_VERSIONS: readonly string[] = PURPOSE_NOTICES.map(({ version }) => version);

export const currentNotice = (): PurposeNotice => PURPOSE_NOTICES[PURPOSE_NOTICES.length - 1]!;
