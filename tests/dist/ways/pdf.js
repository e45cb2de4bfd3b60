/** A PDF, served under two addresses: one that tells what it is, and one that does not. */
import { once } from 'node:events';
import { createServer } from 'node:http';

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 45>>stream
BT /F1 18 Tf 20 100 Td (The mayor said.) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
%%EOF`;

export const PATHS = ['/paper.pdf', '/paper'];

export async function servePdf() {
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end(PDF));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
  return { address: `http://127.0.0.1:${port}`, close };
}
