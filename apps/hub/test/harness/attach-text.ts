import { change } from './change.ts';
import type { Client } from './client.ts';
import { putItem } from './ledger.ts';
import { textAt } from './read.ts';
import type { TestHub } from './test-hub.ts';

/** Uploads a text, attaches it to a new item and says by which link its sender downloads it. */
export async function attachText(hub: TestHub, client: Client, fileName: string, text: string) {
  const item = await putItem(hub, 'IN_PROGRESS');
  const { body } = await client.upload(text);
  const evidence = await change(client, 'attachEvidence', {
    itemId: item.apiId,
    fileId: textAt(body, 'fileId'),
    fileName,
  });
  return {
    item,
    evidence,
    fileId: textAt(body, 'fileId'),
    sha256: textAt(body, 'sha256'),
    id: textAt(evidence, 'id'),
    url: textAt(evidence, 'downloadUrl'),
  };
}
