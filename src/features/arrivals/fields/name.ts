import type { Read } from './field.js';

/** A dash stands for the name that a person does not have. */
const NONE = /^[-–—]+$/;

/** A family or first name; some people have only one of the two, for whom registers put a dash. */
export function readName(text: string): Read<string> {
  if (text === '') return { error: 'missing' };
  return { value: NONE.test(text) ? '' : text };
}
