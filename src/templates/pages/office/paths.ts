/** Addresses of the office's pages, in one place. */
export const officePaths = {
  inbox: '/office/inbox',
  import: '/office/import',
  household: (id: number): string => `/office/households/${id}`,
  editHousehold: (id: number): string => `/office/households/${id}/edit`,
  talk: (id: string): string => `/office/talks/${id}`,
  week: '/office/week',
  chooseHousehold: '/office/talks/new',
  confirmTalk: (id: string): string => `/office/talks/${id}/confirm`,
  moveTalk: (id: string): string => `/office/talks/${id}/move`,
  cancelTalk: (id: string): string => `/office/talks/${id}/cancel`,
  outcome: (id: string): string => `/office/talks/${id}/outcome`,
  undoOutcome: (id: string): string => `/office/talks/${id}/outcome/undo`,
  checkMove: (id: string): string => `/office/talks/${id}/move/check`,
  checkTalk: (householdId: number): string => `/office/households/${householdId}/talk/check`,
  newTalk: (householdId: number): string => `/office/households/${householdId}/talk`,
} as const;
