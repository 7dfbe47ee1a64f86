/** What one look at an installation found: in which state a part is, what that means, and what to do about it. */
export interface Finding {
  /** The part, in one word. */
  readonly part: string;
  /** `warning`: works, but somebody should know; `failed`: something the product promises does not work. */
  readonly state: 'ok' | 'warning' | 'failed';
  readonly meaning: string;
  /** Missing when there is nothing to do. */
  readonly cure?: string;
}

/** Looks at one part; what goes wrong while looking is a finding too, with this cure. */
export async function lookAt(
  part: string,
  cure: string,
  look: () => Promise<Finding | readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return [await look()].flat();
  } catch (error) {
    return [{ part, state: 'failed', meaning: oneLine(error), cure }];
  }
}

function oneLine(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: string };
  const words = (message ?? '') === '' ? String(code ?? error) : String(message);
  return words.replaceAll(/\s+/g, ' ').trim();
}
