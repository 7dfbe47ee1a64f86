import { Controller, Get, Redirect } from '@nestjs/common';

/** The bare address leads to the office. */
@Controller()
export class RootController {
  @Get()
  @Redirect('/office', 302)
  show(): void {
    return;
  }
}
