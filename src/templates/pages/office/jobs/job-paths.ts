/** Addresses of the pages of long work. */
export const jobPaths = {
  list: '/office/jobs',
  job: (id: string): string => `/office/jobs/${id}`,
  cancel: (id: string): string => `/office/jobs/${id}/cancel`,
  takeBack: (id: string): string => `/office/jobs/${id}/take-back`,
  restart: (id: string): string => `/office/jobs/${id}/restart`,
} as const;
