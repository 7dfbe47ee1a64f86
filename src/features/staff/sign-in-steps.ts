import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { deviceMark, isKnownDevice } from './known-device.js';
import { pendingSignIn, readPending } from './second-factor/pending-sign-in.js';
import { StaffSessions } from './staff-sessions.js';

/** Who signs in where. */
interface Entrant {
  readonly id: number;
  readonly email: string;
}

export interface SignedIn {
  readonly kind: 'signed-in';
  readonly sessionId: string;
  readonly deviceMark: string;
}

/** The password was right; a code of the second factor is still owed. */
export interface CodeNeeded {
  readonly kind: 'code-needed';
  /** For the browser to hand back with the code, within five minutes. */
  readonly pending: string;
}

/** What a browser is given to keep on its way in. */
@Injectable()
export class SignInSteps {
  constructor(
    private readonly sessions: StaffSessions,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  isKnownDevice(email: string, mark: string | undefined): boolean {
    return isKnownDevice(this.settings.secretKey, email, mark);
  }

  /** @param browser its name, so that its owner knows it again in the list of sessions */
  async open({ id, email }: Entrant, browser: string): Promise<SignedIn> {
    const sessionId = await this.sessions.start(id, browser);
    return { kind: 'signed-in', sessionId, deviceMark: deviceMark(this.settings.secretKey, email) };
  }

  /** The identity provider answers for the second factor. */
  async openByProvider({ id, email }: Entrant, browser: string): Promise<SignedIn> {
    const sessionId = await this.sessions.start(id, browser, true);
    return { kind: 'signed-in', sessionId, deviceMark: deviceMark(this.settings.secretKey, email) };
  }

  askForCode(entrant: Entrant): CodeNeeded {
    const pending = pendingSignIn(this.settings.secretKey, entrant, this.clock.now());
    return { kind: 'code-needed', pending };
  }

  /** Who owes a code; undefined when the password was given too long ago. */
  owing(pending: string): { readonly userId: number; readonly email: string } | undefined {
    return readPending(this.settings.secretKey, pending, this.clock.now());
  }
}
