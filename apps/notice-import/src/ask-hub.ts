import { randomUUID } from 'node:crypto';
import { graphql, type ResultOf } from '@taizhang/client';
import { operatorHeader, type HubConnection } from '@taizhang/client/node';
import { print } from 'graphql';
import { CommandError, type Options } from './options.ts';

const ImportNotice = graphql(`
  mutation ImportNotice($input: ImportNoticeInput!) {
    importNotice(input: $input) {
      __typename
      ... on NoticeImport {
        dryRun
        round {
          code
          title
        }
        changes {
          kind
          entity
          path
          before
          after
          reason
        }
        act {
          id
          status
          error
          progress {
            done
            total
          }
          result {
            leftCount
            left {
              label
              reason
            }
          }
        }
        warnings {
          message
          line
        }
        dropped {
          text
          line
          message
        }
        unmatched {
          path
          words
        }
      }
      ... on Error {
        message
      }
      ... on ValidationError {
        fieldErrors {
          message
        }
      }
    }
  }
`);

type Answer = ResultOf<typeof ImportNotice>['importNotice'];
/** What the import did, or would do. */
export type NoticeImport = Extract<Answer, { __typename: 'NoticeImport' }>;

/** Sends a text to the hub, to be compared or written. @throws CommandError with the hub's reason. */
export async function importNotice(
  { url, token }: HubConnection,
  { file, organization }: Options,
  text: string,
  dryRun: boolean,
  signal: AbortSignal,
): Promise<NoticeImport> {
  const input = {
    idempotencyKey: randomUUID(),
    text,
    fileName: file.split(/[\\/]/).at(-1) ?? file,
    organizationCode: organization,
    dryRun,
  };
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...operatorHeader(),
    },
    body: JSON.stringify({ query: print(ImportNotice), variables: { input } }),
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new CommandError(`无法连接 ${url} / ${url} cannot be reached`);
  });
  const body = (await response.json().catch(() => ({}))) as {
    data?: ResultOf<typeof ImportNotice>;
    errors?: { message: string }[];
  };
  const answer = body.data?.importNotice;
  if (!answer)
    throw new CommandError(
      body.errors?.[0]?.message ?? `${url} 的回答无法识别 / ${url} gave no answer`,
    );
  if (answer.__typename === 'NoticeImport') return answer;
  const details = answer.__typename === 'ValidationError' ? answer.fieldErrors : [];
  throw new CommandError(details[0]?.message ?? answer.message);
}
