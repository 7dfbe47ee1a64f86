import { Body, Get, Header, HttpStatus, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { InterpreterSessions, Profiles } from '../../../features/interpreters/index.js';
import { ProfilePage } from '../../../templates/pages/interpreter/profile-page.js';
import type { InterpreterContext } from '../interpreter-context.js';
import { InterpreterController } from '../interpreter-controller.js';
import { InterpreterPages } from '../interpreter-pages.js';
import { InterpreterLanguages } from '../interpreter-languages.js';
import type { InterpreterRequest } from '../interpreter-request.js';
import { type EnteredProfile, enteredProfile } from './profile.forms.js';
import { profileView } from './profile-view.js';

/** I8: what the office knows of them, and what they may change themselves. */
@InterpreterController('profile')
export class ProfileController {
  constructor(
    private readonly pages: InterpreterPages,
    private readonly languages: InterpreterLanguages,
    private readonly profiles: Profiles,
    private readonly sessions: InterpreterSessions,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: InterpreterRequest): Promise<string> {
    return this.page(await this.pages.context(request));
  }

  @Post()
  async save(
    @Req() request: InterpreterRequest,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const locales = (await this.languages.of(context.interpreter.officeId)).map(({ code }) => code);
    const form = enteredProfile(body, locales, context.t);
    if (!form.profile) {
      response
        .status(HttpStatus.UNPROCESSABLE_ENTITY)
        .type('html')
        .send(await this.page(context, form));
      return;
    }
    await this.profiles.save(request.interpreter.id, form.profile);
    response.redirect(303, '/interpreter/profile?done=profile-saved');
  }

  private async page(context: InterpreterContext, form?: EnteredProfile): Promise<string> {
    const { t, interpreter } = context;
    const [profile, devices, languages] = await Promise.all([
      this.profiles.of(interpreter.id),
      this.sessions.count(interpreter.id),
      this.languages.of(interpreter.officeId),
    ]);
    const view = profileView(profile, { devices, languages, form }, context);
    const title = t('interpreter:profile.title');
    const isError = form !== undefined;
    return this.pages.render(context, 'profile', { title, body: ProfilePage({ view, t }), isError });
  }
}
