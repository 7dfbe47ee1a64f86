import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import {
  InterpreterSessions,
  SESSION_DAYS,
  type SignedInInterpreter,
} from '../../features/interpreters/index.js';
import { Settings } from '../../platform/config/settings.js';

const DAY_MS = 86_400_000;

/** Signs devices in and out, by the one cookie of the interpreters' pages. */
@Injectable()
export class InterpreterDevices {
  private readonly name: string;
  private readonly options: CookieOptions;

  constructor(
    private readonly sessions: InterpreterSessions,
    settings: Settings,
  ) {
    const secure = settings.publicUrl.startsWith('https:');
    this.name = `${secure ? '__Host-' : ''}interpreter`;
    this.options = { httpOnly: true, sameSite: 'lax', secure, path: '/' };
  }

  /** Who is signed in on the device of a request. */
  async signedIn(request: Request): Promise<SignedInInterpreter | undefined> {
    const sessionId = this.read(request);
    return sessionId === undefined ? undefined : this.sessions.find(sessionId);
  }

  async signIn(response: Response, interpreterId: number): Promise<void> {
    const sessionId = await this.sessions.start(interpreterId);
    response.cookie(this.name, sessionId, { ...this.options, maxAge: SESSION_DAYS * DAY_MS });
  }

  /** Signs this device out, or all devices of the interpreter. */
  async signOut(
    request: Request,
    response: Response,
    everywhere?: { readonly interpreterId: number },
  ): Promise<void> {
    const sessionId = this.read(request);
    if (everywhere) await this.sessions.endAll(everywhere.interpreterId);
    else if (sessionId !== undefined) await this.sessions.end(sessionId);
    response.clearCookie(this.name, this.options);
    response.setHeader('Clear-Site-Data', '"cache"');
  }

  private read(request: Request): string | undefined {
    const cookies = request.cookies as Readonly<Record<string, unknown>>;
    const value = cookies[this.name];
    return typeof value === 'string' ? value : undefined;
  }
}
