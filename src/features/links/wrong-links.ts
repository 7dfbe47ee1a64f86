import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Limiter } from '../../platform/limits/limiter.js';

const PER_MINUTE = 20;
/** A code has fewer bits than a link: five wrong ones a minute are enough. */
const COST_OF_CODE = 4;

/**
 * Counts links and codes that open nothing, per address of the network. A right link is never counted, so people who share
 * an address with a guesser are not locked out.
 */
@Injectable()
export class WrongLinks {
  private readonly byAddress: Limiter;

  constructor(source: DataSource) {
    this.byAddress = new Limiter(source, { name: 'wrong-link', points: PER_MINUTE, seconds: 60 });
  }

  /** Counts one wrong link; false from the 21st within a minute on. */
  admit(ip: string): Promise<boolean> {
    return this.byAddress.admits(ip);
  }

  /** Counts one wrong code of a letter; false from the sixth within a minute on. */
  admitCode(ip: string): Promise<boolean> {
    return this.byAddress.admits(ip, COST_OF_CODE);
  }
}
