/** Metadata key of what a controller asks of its reader; the guard refuses a controller without it. */
export const ACCESS = 'office-access';
