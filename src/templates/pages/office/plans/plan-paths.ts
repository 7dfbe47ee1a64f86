/** Addresses of the pages of plans. */
export const planPaths = {
  start: '/office/plans',
  weights: '/office/settings/weights',
  weightTrial: (id: string): string => `/office/settings/weights/trials/${id}`,
  plan: (id: string): string => `/office/plans/${id}`,
  view: (id: string, view: string): string => `/office/plans/${id}?view=${view}`,
  rows: (id: string): string => `/office/plans/${id}/rows`,
  row: (id: string, householdId: number): string => `/office/plans/${id}/rows/${householdId}`,
  rerun: (id: string): string => `/office/plans/${id}/rerun`,
  discard: (id: string): string => `/office/plans/${id}/discard`,
  takeBack: (id: string): string => `/office/plans/${id}/take-back`,
  restore: (id: string): string => `/office/plans/${id}/restore`,
  check: (id: string): string => `/office/plans/${id}/check`,
  publish: (id: string): string => `/office/plans/${id}/publish`,
} as const;
