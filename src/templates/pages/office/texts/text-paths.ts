/** Addresses of the pages about texts. */
export const textPaths = {
  all: '/office/texts',
  language: (code: string): string => `/office/texts/${code}`,
  part: (code: string, part: string): string => `/office/texts/${code}?part=${encodeURIComponent(part)}`,
  preview: (code: string, part: string): string =>
    `/office/texts/${code}/preview?part=${encodeURIComponent(part)}`,
} as const;
