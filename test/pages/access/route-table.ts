import { readFileSync } from 'node:fs';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** Who knocks, in the order of the columns of routes.txt. */
export const visitors = [
  'administrator',
  'coordinator',
  'caseworker',
  'municipality',
  'reporting',
  'auditor',
  'interpreter',
  'newcomer',
  'nobody',
] as const;

export type Visitor = (typeof visitors)[number];

/** `+` gets in, `x` forbidden (403), `>` sent to sign in, `!` no valid token (401), `?` not there (404). */
type Answer = '+' | 'x' | '>' | '!' | '?';

/** One line of routes.txt. */
export interface ExpectedRoute {
  /** `GET /office/talks/:id` */
  readonly route: string;
  readonly answers: Readonly<Record<Visitor, Answer>>;
  /** What the `:id` of the path is; undefined when the path names nothing that belongs to an office. */
  readonly object: string | undefined;
}

const LINE = /^(GET|POST|ALL) +(\S+) +([+x>!?]{6}) ([+x>!?]{3})(?: +(\w+))?$/;

/** The expectations; a line that cannot be read stops the test. */
export function expectedRoutes(): ExpectedRoute[] {
  const lines = readFileSync(new URL('routes.txt', import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, method = '', path = '', staff = '', others = '', object] = LINE.exec(line.trimEnd()) ?? [];
      if (path === '') throw new Error(`routes.txt: this line cannot be read: ${line}`);
      const marks = Array.from(staff + others) as Answer[];
      const answers = Object.fromEntries(visitors.map((visitor, index) => [visitor, marks[index]]));
      return { route: `${method} ${path}`, answers: answers as ExpectedRoute['answers'], object };
    });
}

/** Express's list of what it answers, which nobody can forget to write. */
interface Router {
  readonly router: {
    readonly stack: readonly {
      readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
    }[];
  };
}

/** Every route of the running application, as `GET /office/talks/:id`; `ALL` for any method. */
export function runningRoutes(app: NestExpressApplication): string[] {
  const { router } = app.getHttpAdapter().getInstance() as unknown as Router;
  return router.stack.flatMap(({ route }) => {
    if (!route) return [];
    const methods = Object.keys(route.methods);
    return methods.length > 5
      ? [`ALL ${route.path}`]
      : methods.map((method) => `${method.toUpperCase()} ${route.path}`);
  });
}
