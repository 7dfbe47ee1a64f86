import { createHash } from 'node:crypto';
import type { HouseholdExport } from '../export-household.js';

/** A file of the package; the path is relative, with slashes. */
interface PackageFile {
  readonly path: string;
  readonly content: string;
}

/** What is handed to the archive for its decision. */
export interface ArchivePackage {
  /** Name of its folder. */
  readonly name: string;
  readonly files: readonly PackageFile[];
  /** SHA-256 of the manifest, which names that of every other file. */
  readonly manifestSha256: Buffer;
}

/** Which office offers what, and when. */
export interface ArchiveOrigin {
  readonly office: string;
  readonly offerId: number;
  readonly offeredAt: Date;
  readonly keptMonths: number;
}

/**
 * One JSON file per household under `content`, and `header/manifest.json` with their digests: the arrangement of a
 * submission package of eCH-0160, which it is not, because `metadata.xml` and formats for ever are missing.
 */
export function archivePackage(
  origin: ArchiveOrigin,
  households: readonly HouseholdExport[],
): ArchivePackage {
  const content = households.map((household) => ({
    path: `content/${household.householdId}.json`,
    content: `${JSON.stringify(household, null, 2)}\n`,
  }));
  const manifest = `${JSON.stringify(manifestOf(origin, households, content), null, 2)}\n`;
  return {
    name: `OFFER_${origin.offeredAt.toISOString().slice(0, 10).replaceAll('-', '')}_${origin.office}_${origin.offerId}`,
    files: [...content, { path: 'header/manifest.json', content: manifest }],
    manifestSha256: sha256(manifest),
  };
}

function manifestOf(
  { office, offerId, offeredAt, keptMonths }: ArchiveOrigin,
  households: readonly HouseholdExport[],
  content: readonly PackageFile[],
): object {
  return {
    office,
    offer: offerId,
    class: 'households',
    offeredAt: offeredAt.toISOString(),
    monthsKept: keptMonths,
    households: households.length,
    files: content.map((file, index) => ({
      path: file.path,
      reference: households[index]?.reference,
      bytes: Buffer.byteLength(file.content),
      sha256: sha256(file.content).toString('hex'),
    })),
  };
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
