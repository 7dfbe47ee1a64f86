import type { Page } from 'playwright-core';

const PASSWORD = 'musterland-willkommen';

/** What a coordinator of the example office does in the browser, in German, as the pages call it. */
export class Coordinator {
  constructor(
    private readonly page: Page,
    private readonly url: () => string,
  ) {
    page.setDefaultTimeout(20_000);
  }

  async signIn(): Promise<void> {
    await this.open('/office/login');
    await this.page.getByLabel('E-Mail').fill('koordination@musterland.example');
    await this.page.getByLabel('Passwort').fill(PASSWORD);
    await this.page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click();
    await this.page.getByRole('heading', { name: 'Heute', level: 1 }).waitFor();
  }

  /** Uploads the file and returns what the preview says. */
  async previewArrivals(file: string): Promise<string> {
    await this.open('/office/import');
    await this.page.locator('input[type=file]').setInputFiles({
      name: 'zuzuege.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file),
    });
    await this.page.getByRole('button', { name: 'Vorschau ansehen' }).click();
    await this.page.getByRole('heading', { name: 'Vorschau', level: 1 }).waitFor();
    return this.text();
  }

  /** Uploads the file, looks at the preview, saves, and returns what the result page says. */
  async importArrivals(file: string): Promise<string> {
    await this.previewArrivals(file);
    await this.page.getByRole('button', { name: /^(Alle|Nur gültige) übernehmen$/ }).click();
    await this.page.getByRole('heading', { name: /^Import vom/, level: 1 }).waitFor();
    return this.text();
  }

  /** Opens the page of the one household that the search finds. */
  async openHousehold(name: string): Promise<void> {
    const heading = this.page.getByRole('heading', { level: 1, name, exact: true });
    await this.open(`/office/search?q=${encodeURIComponent(name)}`);
    if ((await heading.count()) === 0) await this.mainLink(name).click();
    await heading.waitFor();
  }

  /** Opens the page of the most urgent household that waits for a talk in a language. */
  async openFirstWaiting(language: string): Promise<void> {
    await this.open(`/office/inbox?state=open&language=${language}`);
    await this.page.locator('main table tbody tr').first().getByRole('link').first().click();
    await this.page.getByRole('link', { name: 'Planen' }).first().waitFor();
  }

  /** Books the best of the free slots for the household whose page is open; returns what was chosen. */
  async bookBestSlot(): Promise<string> {
    await this.mainLink('Planen').click();
    return this.takeFirstSlot('Termin buchen');
  }

  /** Moves the open talk of the household whose page is open to the first slot that is offered. */
  async moveTalk(): Promise<string> {
    const talks = this.page.locator('section', {
      has: this.page.getByRole('heading', { name: 'Gespräche' }),
    });
    await talks.getByRole('link').first().click();
    await this.page.getByRole('link', { name: 'Verschieben…' }).first().click();
    return this.takeFirstSlot('Termin verschieben');
  }

  /** The plan of an ISO week, such as `2027-W04`, by room, as text. */
  async week(week: string): Promise<string> {
    await this.open(`/office/week?by=room&week=${week}`);
    return this.text();
  }

  text(): Promise<string> {
    return this.page.getByRole('main').innerText();
  }

  private async takeFirstSlot(submit: string): Promise<string> {
    const slot = this.page.locator('li.slot').first();
    const chosen = await slot.innerText();
    await slot.getByRole('link', { name: 'Wählen' }).click();
    await this.page.getByRole('button', { name: submit }).click();
    await this.page.getByRole('status').getByText('Der Termin ist').waitFor();
    return chosen;
  }

  private mainLink(name: string): ReturnType<Page['locator']> {
    return this.page.getByRole('main').getByRole('link', { name }).first();
  }

  private async open(path: string): Promise<void> {
    await this.page.goto(this.url() + path);
  }
}
