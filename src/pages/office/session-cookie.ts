import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { Settings } from '../../platform/config/settings.js';

const DEVICE_YEAR_MS = 365 * 24 * 3600 * 1000;

/** The cookies of the office: the session, the mark of a browser that signed in before, and a half done sign-in. */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  private readonly prefix: string;

  constructor(settings: Settings) {
    this.secure = settings.publicUrl.startsWith('https:');
    this.prefix = this.secure ? '__Host-' : '';
  }

  read(request: Request): string | undefined {
    return cookieOf(request, `${this.prefix}staff`);
  }

  deviceMark(request: Request): string | undefined {
    return cookieOf(request, `${this.prefix}staff-device`);
  }

  write(response: Response, sessionId: string, deviceMark: string): void {
    response.cookie(`${this.prefix}staff`, sessionId, this.options());
    response.cookie(`${this.prefix}staff-device`, deviceMark, { ...this.options(), maxAge: DEVICE_YEAR_MS });
  }

  /** What the right password gave this browser, until the code of the second factor follows. */
  pending(request: Request): string | undefined {
    return cookieOf(request, `${this.prefix}staff-pending`);
  }

  writePending(response: Response, pending: string): void {
    response.cookie(`${this.prefix}staff-pending`, pending, this.options());
  }

  clearPending(response: Response): void {
    response.clearCookie(`${this.prefix}staff-pending`, this.options());
  }

  /** The challenge that a passkey has to answer. */
  challenge(request: Request): string | undefined {
    return cookieOf(request, `${this.prefix}staff-challenge`);
  }

  writeChallenge(response: Response, carried: string): void {
    response.cookie(`${this.prefix}staff-challenge`, carried, this.options());
  }

  /** What this browser carries to the identity provider and back. */
  journey(request: Request): string | undefined {
    return cookieOf(request, `${this.prefix}staff-journey`);
  }

  writeJourney(response: Response, carried: string): void {
    response.cookie(`${this.prefix}staff-journey`, carried, this.options());
  }

  clearJourney(response: Response): void {
    response.clearCookie(`${this.prefix}staff-journey`, this.options());
  }

  clear(response: Response): void {
    response.clearCookie(`${this.prefix}staff`, this.options());
  }

  private options(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/' };
  }
}

function cookieOf(request: Request, name: string): string | undefined {
  const cookies = request.cookies as Readonly<Record<string, string | undefined>>;
  const value = cookies[name];
  return typeof value === 'string' ? value : undefined;
}
