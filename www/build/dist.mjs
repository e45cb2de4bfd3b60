/**
 * Makes everything a release needs, in `dist` or the folder named:
 *
 *     node www/build/dist.mjs [FOLDER]
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { makeBookmarklet } from './bookmarklet.mjs';
import { WWW } from './bundle.mjs';
import { makeExtension } from './extension.mjs';
import { makePackage } from './package.mjs';

const dist = resolve(process.argv[2] ?? join(WWW, '../dist'));
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await makePackage(dist);
await makeBookmarklet(dist);
await makeExtension(dist);
writeFileSync(join(dist, 'SHA256SUMS'), sums());
console.log(`The package, the bookmarklet and the extension are in ${dist}`);

/** What is in every file: two builds of one source say the same. */
function sums() {
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(dist, name)).isFile(),
  );
  return names
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(dist, name)))
          .digest('hex')}  ${relative(dist, join(dist, name))}\n`,
    )
    .join('');
}
