/** Addresses of the pages of plans. */
export const planPaths = {
  start: '/office/plans',
  weights: '/office/settings/weights',
  plan: (id: string): string => `/office/plans/${id}`,
  view: (id: string, view: string): string => `/office/plans/${id}?view=${view}`,
  rows: (id: string): string => `/office/plans/${id}/rows`,
  row: (id: string, householdId: number): string => `/office/plans/${id}/rows/${householdId}`,
  stop: (id: string): string => `/office/plans/${id}/stop`,
  rerun: (id: string): string => `/office/plans/${id}/rerun`,
  discard: (id: string): string => `/office/plans/${id}/discard`,
  check: (id: string): string => `/office/plans/${id}/check`,
  publish: (id: string): string => `/office/plans/${id}/publish`,
} as const;
