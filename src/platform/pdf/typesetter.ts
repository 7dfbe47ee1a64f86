import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { fontFamilies } from './pdf-fonts.js';

/** What the thread is given. */
export interface TypesettingTask {
  /** Path of the Typst template. */
  readonly template: string;
  /** What the template reads as `sys.inputs`. */
  readonly inputs: Record<string, string>;
}

/** The compiled thread, seen alike from the sources and from dist/. */
const THREAD = new URL('../../../dist/platform/pdf/typeset.worker.js', import.meta.url);

/** Sets documents with Typst in a thread of their own: the compiler is native code that waits for nobody. */
@Injectable()
export class Typesetter {
  /**
   * The PDF of a template. `data` arrives as JSON under `name`, with the families of the fonts as `fonts`: none of it
   * is read as Typst source. Rejects when the template does not compile.
   */
  pdf(template: URL, name: string, data: object): Promise<Buffer> {
    const inputs = { [name]: JSON.stringify({ ...data, fonts: fontFamilies }) };
    const workerData: TypesettingTask = { template: template.pathname, inputs };
    const worker = new Worker(THREAD, { workerData });
    return new Promise((resolve, reject) => {
      worker.once('message', (pdf: Uint8Array) => {
        resolve(Buffer.from(pdf));
      });
      worker.once('error', reject);
      worker.once('exit', (code) => {
        reject(new Error(`the typesetting thread ended with code ${code}`));
      });
    });
  }
}
