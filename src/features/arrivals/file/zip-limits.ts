import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { DomainError } from '../../../platform/errors/domain-error.js';

const MAX_ENTRIES = 200;
const MAX_ENTRY_BYTES = 20_000_000;
const MAX_TOTAL_BYTES = 60_000_000;
const MAX_RATIO = 100;
/** Below this size a high ratio does no harm. */
const SMALL_BYTES = 100_000;

/** A row from the 100,000th on or a column from the 703rd on: readers build up everything before it. */
const FAR_AWAY = / r="(?:[A-Z]{3}\d|[A-Z]{0,2}\d{6})/;

const refused = (code: string): DomainError => new DomainError(`arrivals-file-${code}`, 'invalid');

/**
 * Looks into a zip before anything is built from it: sizes declared and counted while inflating, no document types,
 * no macros, and a workbook inside. Throws `arrivals-file-unsafe`, `-macros`, `-broken` or `-unknown`.
 */
export async function checkWorkbookZip(bytes: Uint8Array): Promise<void> {
  const zip = await open(bytes);
  const names: string[] = [];
  let total = 0;
  await eachEntry(zip, async (entry) => {
    names.push(entry.fileName);
    total += entry.uncompressedSize;
    if (names.length > MAX_ENTRIES || total > MAX_TOTAL_BYTES || isTooDense(entry)) throw refused('unsafe');
    if (/vbaProject|macrosheets/i.test(entry.fileName)) throw refused('macros');
    if (!entry.fileName.endsWith('/')) await checkContent(zip, entry);
  });
  if (!names.includes('xl/workbook.xml')) throw refused('unknown');
}

function isTooDense(entry: Entry): boolean {
  if (entry.uncompressedSize > MAX_ENTRY_BYTES) return true;
  return (
    entry.uncompressedSize > SMALL_BYTES &&
    entry.uncompressedSize > MAX_RATIO * Math.max(entry.compressedSize, 1)
  );
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(refused('broken'));
      else resolve(zip);
    });
  });
}

/** One entry after the other; what is wrong with the zip itself is `broken`. */
function eachEntry(zip: ZipFile, look: (entry: Entry) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.on('error', () => {
      reject(refused('broken'));
    });
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      look(entry).then(() => {
        zip.readEntry();
      }, reject);
    });
    zip.readEntry();
  });
}

/** Inflates the entry, which counts its bytes, and refuses what an XML part of a workbook never has. */
function checkContent(zip: ZipFile, entry: Entry): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(refused('broken'));
        return;
      }
      let tail = '';
      stream.on('data', (chunk: Buffer) => {
        const text = tail + chunk.toString('latin1');
        const found = suspicious(entry.fileName, text);
        if (found) stream.destroy(found);
        tail = text.slice(-40);
      });
      stream.on('error', (cause) => {
        reject(cause instanceof DomainError ? cause : refused('unsafe'));
      });
      stream.on('end', resolve);
    });
  });
}

function suspicious(name: string, text: string): DomainError | undefined {
  if (!/\.(xml|rels)$/i.test(name)) return undefined;
  if (/<!(DOCTYPE|ENTITY)/i.test(text) || /^(\xFE\xFF|\xFF\xFE)/.test(text)) return refused('unsafe');
  if (name.startsWith('xl/worksheets/') && FAR_AWAY.test(text)) return refused('unsafe');
  if (name === '[Content_Types].xml' && /macroEnabled/i.test(text)) return refused('macros');
  return undefined;
}
