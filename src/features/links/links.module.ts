import { Module } from '@nestjs/common';
import { Links } from './links.js';
import { WrongLinks } from './wrong-links.js';

@Module({ providers: [Links, WrongLinks], exports: [Links, WrongLinks] })
export class LinksModule {}
