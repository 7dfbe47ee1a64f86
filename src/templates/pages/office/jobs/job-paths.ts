/** Addresses of the pages of long work. */
export const jobPaths = {
  list: '/office/jobs',
  job: (id: string): string => `/office/jobs/${id}`,
  cancel: (id: string): string => `/office/jobs/${id}/cancel`,
  takeBack: (id: string): string => `/office/jobs/${id}/take-back`,
  /** A file that a print job made. */
  letterFile: (id: string, number: number): string => `/office/letters/files/${id}/${number}`,
  restart: (id: string): string => `/office/jobs/${id}/restart`,
} as const;
