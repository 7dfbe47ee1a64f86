import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Limiter } from '../../platform/limits/limiter.js';

const MINUTE_SECONDS = 60;
/** A person looks at a handful of times; a program that follows a calendar asks once a second. */
const PER_ASKER = 60;
/** Many newcomers share the network of one house. */
const PER_NETWORK = 600;

/** Limits how often free places are looked for, the dearest question there is: per minute 60 by one asker, 600 from one network. */
@Injectable()
export class SlotLimits {
  private readonly byAsker: Limiter;
  private readonly byNetwork: Limiter;

  constructor(source: DataSource) {
    this.byAsker = new Limiter(source, { name: 'slots-asker', points: PER_ASKER, seconds: MINUTE_SECONDS });
    this.byNetwork = new Limiter(source, {
      name: 'slots-network',
      points: PER_NETWORK,
      seconds: MINUTE_SECONDS,
    });
  }

  /** Counts a question. @param asker what tells askers apart and is no secret; @param ip of the network */
  async admit(asker: string, ip: string): Promise<boolean> {
    return (await this.byAsker.admits(asker)) && this.byNetwork.admits(ip);
  }
}
