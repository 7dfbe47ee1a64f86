import { HttpStatus, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { BrokenRule, FreeSlot, TalkChoice } from '../../../features/talks/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import type { OfficeContext } from '../office-context.js';
import { readChoice } from './choice.forms.js';
import { reasonIn } from './override-reason.js';
import type { SlotsPurpose } from './purpose.js';
import { SlotPages } from './slot-pages.js';

type Typed = Readonly<Record<string, unknown>>;

/** A slot that was chosen, and why it is taken although rules speak against it. */
export interface ChosenSlot {
  readonly choice: TalkChoice;
  /** null when the form did not ask, empty when nothing was written. */
  readonly reason: string | null;
}

/** @throws DomainError `talk-choice-unreadable` when the form is not one of ours */
export function chosenIn(body: Typed, context: OfficeContext): ChosenSlot {
  const read = readChoice(body, context);
  if (read.kind === 'wrong') throw new DomainError('talk-choice-unreadable', 'invalid');
  return { choice: read.choice, reason: reasonIn(body) };
}

/** Slots to choose from, the last look, and what is said when one cannot be had: for booking and for moving alike. */
@Injectable()
export class SlotAnswers {
  constructor(private readonly slots: SlotPages) {}

  async list(response: Response, context: OfficeContext, purpose: SlotsPurpose, query: Typed): Promise<void> {
    response.type('html').send(await this.slots.list(context, purpose, { query }));
  }

  /** The last look; when nothing readable was chosen, the list with what is wrong. */
  async check(
    response: Response,
    context: OfficeContext,
    purpose: SlotsPurpose,
    query: Typed,
  ): Promise<void> {
    const read = readChoice(query, context);
    if (read.kind === 'read') {
      response.type('html').send(await this.slots.check(context, purpose, read.choice));
      return;
    }
    const page = await this.slots.list(context, purpose, { query, errors: read.errors });
    response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
  }

  /** Somebody was faster: the next best. */
  async taken(
    response: Response,
    context: OfficeContext,
    purpose: SlotsPurpose,
    { alternatives }: { readonly alternatives: readonly FreeSlot[] },
  ): Promise<void> {
    const notice = { title: context.t('office:slots.taken'), lines: [] };
    const page = await this.slots.list(context, purpose, { query: {}, notice, slots: alternatives });
    response.status(HttpStatus.CONFLICT).type('html').send(page);
  }

  /** Which rules are broken, and whether they can be set aside. */
  async refused(
    response: Response,
    context: OfficeContext,
    purpose: SlotsPurpose,
    { choice, reason, violations }: ChosenSlot & { readonly violations: readonly BrokenRule[] },
  ): Promise<void> {
    const page = await this.slots.check(context, purpose, choice, { violations, reason });
    response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
  }
}
