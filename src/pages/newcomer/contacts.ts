import { Injectable } from '@nestjs/common';
import { type Office, Offices } from '../../features/offices/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { allOffices } from '../../platform/database/office-scope.js';
import type { ContactView } from '../../templates/components/newcomer-layout.js';
import { localDay } from '../shared/local-day.js';
import { phoneHref } from '../shared/phone-href.js';
import { orKnown } from './or-known.js';

/** The phone numbers that stand on every page of a newcomer. */
@Injectable()
export class Contacts {
  /** Kept for the page that says the database is away. */
  private known: readonly ContactView[] = [];

  constructor(
    private readonly offices: Offices,
    private readonly clock: Clock,
  ) {}

  /** How one office is reached today. */
  async of(office: Office): Promise<ContactView> {
    const day = localDay(this.clock.now(), office.timeZone);
    const { name, phone, phoneHours, email } = await this.offices.profileOn(office.id, day);
    // a number is read as one word
    const unbroken = phone.replaceAll(' ', '\u00a0');
    return { name, phone: unbroken, phoneHref: phoneHref(phone), hours: phoneHours, email };
  }

  /** Every office, for pages that do not know whose link it was; the last known ones without a database. */
  async all(): Promise<readonly ContactView[]> {
    const ask = async (): Promise<readonly ContactView[]> => {
      const offices = await this.offices.all();
      return Promise.all(offices.map((office) => this.of(office)));
    };
    this.known = await orKnown(() => allOffices(ask), this.known);
    return this.known;
  }
}
