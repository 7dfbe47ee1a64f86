import fs from 'node:fs';
import path from 'node:path';
import type { RequestHandler } from 'express';

/** Serves the style sheets of a folder as one, in the order of their names; they are read once. */
export function joinedStyles(folder: string): RequestHandler {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.css'));
  const joined = files
    .sort()
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
  return (_request, response) => {
    response.type('css').setHeader('Cache-Control', 'public, max-age=3600');
    response.send(joined);
  };
}
