import { transcode } from 'node:buffer';

/**
 * The app's answer of a text, whose bytes are at hand for whoever keeps or sends them whole. `Response` by itself would copy them into a stream, out of which
 * they had to be read again; here that is only made for somebody who asks for it.
 */
export class TextAnswer extends Response {
  readonly utf8: Buffer;
  #streamed: Response | undefined;

  constructor(text: string, headers: Record<string, string>) {
    super(null, { headers });
    this.utf8 = utf8Of(text);
  }

  #read(): Response {
    this.#streamed ??= new Response(new Uint8Array(this.utf8), { headers: this.headers });
    return this.#streamed;
  }

  override get body(): Response['body'] {
    return this.#read().body;
  }

  override get bodyUsed(): boolean {
    return this.#streamed?.bodyUsed ?? false;
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return this.#read().arrayBuffer();
  }

  override blob(): Promise<Blob> {
    return this.#read().blob();
  }

  override bytes(): ReturnType<Response['bytes']> {
    return this.#read().bytes();
  }

  override text(): Promise<string> {
    return this.#read().text();
  }

  override json(): Promise<unknown> {
    return this.#read().json();
  }

  override clone(): Response {
    return this.#read().clone();
  }
}

/** Text as UTF-8, half a sign of two halves as U+FFFD. `Buffer.from` takes three times as long for a page with letters beyond Latin-1. */
export function utf8Of(text: string): Buffer {
  try {
    return transcode(Buffer.from(text, 'utf16le'), 'utf16le', 'utf8');
  } catch {
    // It refuses what Unicode does not allow to be written.
    return Buffer.from(text);
  }
}
