import { Module } from '@nestjs/common';
import { MailLanes } from './mail-lanes.js';

/** The way out for mails. */
@Module({ providers: [MailLanes], exports: [MailLanes] })
export class MailModule {}
