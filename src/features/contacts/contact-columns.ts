/** A table with contact data, and its columns that are never written as they are. */
export const contactColumns = {
  persons: ['email', 'phone', 'import_marks'],
  households: ['street', 'postcode', 'town'],
  interpreters: ['email', 'phone'],
} as const;

export type ContactTable = keyof typeof contactColumns;

export type ContactColumn<Table extends ContactTable> = (typeof contactColumns)[Table][number];

/** Contact data of one row by column; null and empty say that there is none. */
export type ContactValues<Table extends ContactTable> = Partial<Record<ContactColumn<Table>, string | null>>;
