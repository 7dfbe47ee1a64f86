import { AsyncLocalStorage } from 'node:async_hooks';

/** Offices whose rows a piece of work sees and writes; `all` is for work that belongs to no single one. */
type Offices = 'all' | readonly number[];

/** Mutable, so that a guard can tell what the rest of its request belongs to. */
interface Scope {
  offices: Offices;
}

const storage = new AsyncLocalStorage<Scope>();

/** Does something, and everything that follows from it, for one office. */
export function inOffice<T>(officeId: number, work: () => T): T {
  return storage.run({ offices: [officeId] }, work);
}

/** Does something, and everything that follows from it, across offices: sweeps, figures, who somebody is. */
export function allOffices<T>(work: () => T): T {
  return storage.run({ offices: 'all' }, work);
}

/** Begins a request: it sees no office until {@link enterOffices} says whose it is. */
export function outsideOffices<T>(work: () => T): T {
  return storage.run({ offices: [] }, work);
}

/** What remains of the present request belongs to these offices. */
export function enterOffices(...officeIds: readonly number[]): void {
  const scope = storage.getStore();
  if (!scope) throw new Error('Nothing began with outsideOffices: use inOffice around the work instead');
  scope.offices = officeIds;
}

/** Value of the setting `app.office`, which the policies read: `all`, `{1,2}`, or empty for nothing. */
export function officeSetting(): string {
  const offices = storage.getStore()?.offices ?? [];
  if (offices === 'all') return 'all';
  return offices.length === 0 ? '' : `{${offices.map(Number).join(',')}}`;
}
