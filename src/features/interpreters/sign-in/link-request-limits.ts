import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Limiter } from '../../../platform/limits/limiter.js';

const HOUR_SECONDS = 3600;
const PER_NETWORK = 30;
const PER_ADDRESS = 5;

/** Limits links to sign in per hour: 30 from one network, 5 to one e-mail address. */
@Injectable()
export class LinkRequestLimits {
  private readonly byNetwork: Limiter;
  private readonly byAddress: Limiter;

  constructor(source: DataSource) {
    const limiter = (name: string, points: number): Limiter =>
      new Limiter(source, { name, points, seconds: HOUR_SECONDS });
    this.byNetwork = limiter('link-request-network', PER_NETWORK);
    this.byAddress = limiter('link-request-address', PER_ADDRESS);
  }

  /** False from the 31st request of one network within an hour on. */
  admitNetwork(ip: string): Promise<boolean> {
    return this.byNetwork.admits(ip);
  }

  /** False from the 6th mail to one address within an hour on; the asker must not learn of it. */
  admitAddress(email: string): Promise<boolean> {
    return this.byAddress.admits(email);
  }
}
