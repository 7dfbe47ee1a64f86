import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { INestApplication } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { JOB_QUEUE } from '../../../features/jobs/index.js';
import { NOTICE_QUEUE } from '../../../features/notices/index.js';
import { roleAllows, StaffSessions } from '../../../features/staff/index.js';
import { queuesOf } from '../../../platform/queue/queues-of.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { SessionCookie } from '../session-cookie.js';

/** The board is a program in the browser with styles of its own; it loads from here alone. */
const POLICY = `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;
 font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'`.replace(
  /\n/,
  '',
);

/** Address and handlers of the board of the queues: for administrators, to look at and not to change. */
export function queueBoard(app: INestApplication): [string, ...RequestHandler[]] {
  const adapter = new ExpressAdapter();
  adapter.setBasePath(officePaths.queues);
  createBullBoard({
    queues: queuesOf(app, [NOTICE_QUEUE, JOB_QUEUE]).map(
      (queue) => new BullMQAdapter(queue, { readOnlyMode: true }),
    ),
    serverAdapter: adapter,
  });
  const letIn = administratorsOnly(app.get(StaffSessions), app.get(SessionCookie));
  return [officePaths.queues, letIn, adapter.getRouter() as RequestHandler];
}

/** The same door as the office's own pages, which this board is none of. */
function administratorsOnly(sessions: StaffSessions, cookie: SessionCookie): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction) => {
    const sessionId = cookie.read(request);
    const staff = sessionId === undefined ? undefined : await sessions.find(sessionId);
    if (!staff) {
      response.redirect(303, `/office/login?next=${officePaths.queues}`);
      return;
    }
    if (staff.mustEnrol || !roleAllows(staff.role, 'settings')) return response.sendStatus(403);
    response.setHeader('Content-Security-Policy', POLICY);
    next();
  };
}
