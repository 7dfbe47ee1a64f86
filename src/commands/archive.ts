import fs from 'node:fs/promises';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { type Office, Offices } from '../features/offices/index.js';
import { type ArchiveAnswer, ArchiveOffers, type ArchivePackage } from '../features/personal-data/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { officeCalled } from './office-called.js';
import { withApplication } from './with-application.js';

interface OfOffice {
  readonly office?: string;
}

/** `welcome-talks archive offer|answer|list`: what the archive is offered before retention destroys it. */
export function archiveCommand(): Command {
  const offer = new Command('offer')
    .description(
      'write what is due for destruction into a new folder for the archive; it stays until the answer',
    )
    .argument('<folder>', 'where the folder of the offer is made')
    .action((folder: string, { office }: OfOffice) => makeOffer(folder, office));
  const answer = new Command('answer')
    .description('note what the archive answered; retention destroys the households of the offer next time')
    .argument('<offer>', 'its number, as archive list prints it', offerNumber)
    .addArgument(new Argument('<answer>').choices(['taken', 'declined']))
    .option('--note <text>', 'such as the reference of the letter', '')
    .action((id: number, given: ArchiveAnswer, { office, note }: OfOffice & { readonly note: string }) =>
      noteAnswer(id, { answer: given, note, office }),
    );
  const list = new Command('list')
    .description('print the offers and their answers')
    .action(({ office }: OfOffice) => listOffers(office));
  const archive = new Command('archive').description('offers to the archive before households are destroyed');
  for (const command of [offer, answer, list]) {
    command.option('--office <slug>', 'its office; may be left out where there is only one');
    archive.addCommand(command);
  }
  return archive;
}

const withOffers = (
  slug: string | undefined,
  work: (offers: ArchiveOffers, office: Office) => Promise<string>,
): Promise<void> =>
  withApplication(async (app: INestApplicationContext) => {
    const office = officeCalled(slug, await app.get(Offices, { strict: false }).all());
    process.stdout.write(`${await work(app.get(ArchiveOffers, { strict: false }), office)}\n`);
  });

function makeOffer(folder: string, slug?: string): Promise<void> {
  return withOffers(slug, async (offers, office) => {
    const made = await offers.make(office.id, 'system');
    if (!made) return 'Nothing waits to be offered.';
    const place = await write(folder, made);
    return `${made.files.length - 1} households in ${place}. The archive's answer: welcome-talks archive answer`;
  });
}

async function write(folder: string, { name, files }: ArchivePackage): Promise<string> {
  const place = path.join(folder, name);
  for (const { path: file, content } of files) {
    const target = path.join(place, file);
    await fs.mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await fs.writeFile(target, content, { mode: 0o600, flag: 'wx' });
  }
  return place;
}

function noteAnswer(
  id: number,
  { office: slug, ...given }: OfOffice & { readonly answer: ArchiveAnswer; readonly note: string },
): Promise<void> {
  return withOffers(slug, async (offers, office) => {
    await offers.answer(office.id, id, { ...given, actor: 'system' }).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      throw new Error(`Offer ${id} of ${office.slug} is not open. See: welcome-talks archive list`, {
        cause: error,
      });
    });
    return `Offer ${id}: ${given.answer}.`;
  });
}

function listOffers(slug?: string): Promise<void> {
  return withOffers(slug, async (offers, office) => {
    const lines = (await offers.list(office.id)).map(({ id, offeredAt, entries, answer, note }) =>
      [
        id,
        offeredAt.toISOString().slice(0, 10),
        `${entries} households`,
        answer ?? 'no answer yet',
        note,
      ].join('  '),
    );
    return lines.length === 0 ? 'No offers yet.' : lines.join('\n');
  });
}

function offerNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('it is a whole number, such as 3.');
  return Number(text);
}
