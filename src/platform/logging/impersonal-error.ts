/** What the log says of an error: where it happened and of which kind, nothing of the data that it happened with. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  /** Names of our files and lines only. */
  readonly stack: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
  readonly cause?: LoggedError;
}

/** Names and numbers that say which rule refused; every other property may quote a row, an address or a secret. */
const TOLD = ['code', 'constraint', 'table', 'column'] as const;
type Facts = { readonly [fact in (typeof TOLD)[number]]?: unknown };
const FRAME = /^ {4}at .*:\d+:\d+\)?$/;
const DEEPEST_CAUSE = 3;

/** Quoted values, addresses of people and of pages, telephone numbers, and anything as long as a token (22 characters are 128 bits). */
const VALUES = [
  /"[^"]*"|'[^']*'|«[^»]*»|“[^”]*”|`[^`]*`/g,
  /[^\s<>()]+@[^\s<>()]+/g,
  /\bhttps?:\/\/\S+/g,
  /\b[\w-]{22,}/g,
  /(?:\+|\b0)\d[\d ().-]{6,}\d/g,
];

/** A message without the values that it quotes: errors of the database and of mail servers repeat what they were given. */
export function impersonalWords(message: string): string {
  return VALUES.reduce((text, value) => text.replaceAll(value, '…'), message);
}

/** Serializer of the log for `err` and `error`; what is no error is not told. */
export function impersonalError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '…', stack: '' };
  const { name, message, stack = '', cause } = error;
  const told = TOLD.flatMap((key) => {
    const fact: unknown = (error as Facts)[key] ?? driverErrorOf(error)?.[key];
    return typeof fact === 'string' ? [[key, fact] as const] : [];
  });
  return {
    type: error.constructor.name || name,
    message: impersonalWords(message),
    stack: framesOf(stack, message),
    ...Object.fromEntries(told),
    ...(cause !== undefined && depth < DEEPEST_CAUSE ? { cause: impersonalError(cause, depth + 1) } : {}),
  };
}

/** The query builder wraps what the database said. */
function driverErrorOf(error: Error): Facts | undefined {
  return (error as { readonly driverError?: Facts }).driverError;
}

function framesOf(stack: string, message: string): string {
  const frames = stack.replace(message, '').split('\n');
  return frames.filter((line) => FRAME.test(line)).join('\n');
}
