import { readdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { Settings } from '../../../platform/config/settings.js';
import { LOGGER } from '../../../platform/logging/logger.module.js';
import { TakeReturnedMail } from './take-returned-mail.js';

const READ_EVERY_MS = 30_000;
/** One of our mails and what a server says of it; what is larger is put aside unread. */
const LARGEST_BYTES = 2_000_000;

/** Takes what the mail server put into the folder of `RETURN_MAILDIR`: `new` is read, `cur` keeps what was taken. */
@Injectable()
export class ReadMaildir implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly returned: TakeReturnedMail,
    private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const { returnMaildir } = this.settings;
    if (returnMaildir === undefined) return;
    const read = (): void => {
      this.reading = this.reading
        .then(() => this.run(returnMaildir))
        .catch((error: unknown) => {
          // the messages stay where they are until the next look
          this.logger.error({ err: error }, 'RETURN_MAILDIR cannot be read: check the folder and its owner');
        });
    };
    read();
    this.timer = setInterval(read, READ_EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.reading;
  }

  /** Takes every message of the folder, oldest first; one that was taken before a crash is known and only moved. */
  async run(maildir: string): Promise<void> {
    const names = await readdir(path.join(maildir, 'new'));
    for (const name of names.sort()) {
      const file = path.join(maildir, 'new', name);
      const { size } = await stat(file);
      const taken =
        size > LARGEST_BYTES ? { kind: 'too-large' } : await this.returned.run(await readFile(file));
      await rename(file, path.join(maildir, 'cur', `${name}:2,S`));
      this.logger.info({ ...taken, size }, 'returned mail taken');
    }
  }
}
