import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
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

/** The compiler takes half a second to be ready and 200 MB: it stays for the next file, and not for longer. */
const IDLE_MS = 30_000;

/** Sets documents with Typst, one after the other, in a thread of their own: the compiler waits for nobody. */
@Injectable()
export class Typesetter implements OnModuleDestroy {
  private thread: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /**
   * The PDF of a template. `data` arrives as JSON under `name`, with the families of the fonts as `fonts`: none of it
   * is read as Typst source. Rejects when the template does not compile.
   */
  pdf(template: URL, name: string, data: object): Promise<Buffer> {
    const inputs = { [name]: JSON.stringify({ ...data, fonts: fontFamilies }) };
    const pdf = this.last.then(() => this.set({ template: template.pathname, inputs }));
    this.last = pdf.catch(() => undefined);
    return pdf;
  }

  async onModuleDestroy(): Promise<void> {
    await this.last;
    await this.end();
  }

  private async set(task: TypesettingTask): Promise<Buffer> {
    clearTimeout(this.idle);
    const thread = (this.thread ??= new Worker(THREAD));
    // while it works it keeps the process; afterwards it does not
    thread.ref();
    try {
      thread.postMessage(task);
      const [pdf] = (await once(thread, 'message')) as [Uint8Array];
      return Buffer.from(pdf);
    } catch (error) {
      await this.end();
      throw error;
    } finally {
      thread.unref();
      this.idle = setTimeout(() => void this.end(), IDLE_MS).unref();
    }
  }

  private async end(): Promise<void> {
    clearTimeout(this.idle);
    const { thread } = this;
    this.thread = undefined;
    await thread?.terminate();
  }
}
