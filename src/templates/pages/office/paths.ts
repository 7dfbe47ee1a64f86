/** Addresses of the office's pages, in one place. */
export const officePaths = {
  inbox: '/office/inbox',
  import: '/office/import',
  household: (id: number): string => `/office/households/${id}`,
  editHousehold: (id: number): string => `/office/households/${id}/edit`,
  talk: (id: string): string => `/office/talks/${id}`,
  newTalk: (householdId: number): string => `/office/households/${householdId}/talk`,
} as const;
