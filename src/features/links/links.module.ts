import { Module } from '@nestjs/common';
import { CalendarLinks } from './calendar-links.js';
import { InterpreterLinks } from './interpreter-links.js';
import { Links } from './links.js';
import { WrongLinks } from './wrong-links.js';

const links = [Links, InterpreterLinks, CalendarLinks, WrongLinks];

/** Secret addresses: of newcomers' talks, for signing in, of calendar feeds. */
@Module({ providers: links, exports: links })
export class LinksModule {}
