/** The day on which the statement of accessibility was last held against the pages. */
export const statementDate = new Date('2026-11-24T12:00:00Z');
