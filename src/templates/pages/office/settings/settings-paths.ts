/** Addresses of the settings, in one place. */
export const settingsPaths = {
  overview: '/office/settings',
  section: (section: string): string => `/office/settings/${section}`,
  record: (section: string, id: number): string => `/office/settings/${section}/${id}`,
  create: (section: string): string => `/office/settings/${section}/new`,
  inviteInterpreter: (id: number): string => `/office/settings/interpreters/${id}/invite`,
  closings: '/office/settings/closings',
  holidays: '/office/settings/closings/holidays',
  removeClosings: '/office/settings/closings/remove',
  absences: '/office/settings/absences',
  removeAbsence: (id: number): string => `/office/settings/absences/${id}/remove`,
  languages: '/office/settings/languages',
  accounts: '/office/settings/accounts',
  account: (id: number): string => `/office/settings/accounts/${id}`,
  createAccount: '/office/settings/accounts/new',
  newPassword: (id: number): string => `/office/settings/accounts/${id}/password`,
  weights: '/office/settings/weights',
} as const;
