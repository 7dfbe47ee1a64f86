import { Injectable } from '@nestjs/common';
import { StaffUsers } from '../../features/staff/index.js';
import type { Translate } from '../../platform/i18n/i18n.js';

/** Turns the actors of the audit, such as `staff:7`, into words. */
@Injectable()
export class ActorNames {
  constructor(private readonly staff: StaffUsers) {}

  async of(officeId: number, t: Translate): Promise<(actor: string) => string> {
    const names = await this.staff.names(officeId);
    return (actor) => {
      const [kind = 'system', id = ''] = actor.split(':');
      const name = kind === 'staff' ? names.get(Number(id)) : undefined;
      return name ?? t(`office:timeline.who.${kind}`);
    };
  }
}
