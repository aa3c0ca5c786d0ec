import { describe, expect, it, vi } from 'vitest';
import { createHubClient } from './create-hub-client.ts';
import { graphql } from './graphql.ts';

const query = graphql('query Me { me { name } }');

function hub(answer: object) {
  const fetch = vi.fn(
    async (_url: RequestInfo | URL, _init?: RequestInit) =>
      new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } }),
  );
  const headers = () => new Headers(fetch.mock.calls[0]?.[1]?.headers);
  return { fetch, headers };
}

describe('a hub client', () => {
  it('names itself and sends its token instead of cookies', async () => {
    const { fetch, headers } = hub({ data: { me: null } });
    const client = createHubClient({
      url: 'http://hub/graphql',
      token: 'secret',
      clientName: 'oa',
      fetch,
    });
    const { data } = await client.query(query, {}).toPromise();
    expect(data).toEqual({ me: null });
    expect(headers().get('authorization')).toBe('Bearer secret');
    expect(headers().get('x-taizhang-client')).toBe('oa');
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', credentials: 'omit' });
  });

  it('sends the session cookie when it has no token', async () => {
    const { fetch, headers } = hub({ data: { me: null } });
    await createHubClient({ url: 'http://hub/graphql', clientName: 'admin', fetch })
      .query(query, {})
      .toPromise();
    expect(headers().get('authorization')).toBeNull();
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ credentials: 'same-origin' });
  });

  it('says when the hub no longer knows the caller, and only then', async () => {
    const ask = async (code: string) => {
      const onUnauthenticated = vi.fn();
      const { fetch } = hub({ errors: [{ message: 'x', extensions: { code } }] });
      const client = createHubClient({
        url: 'http://hub/graphql',
        clientName: 'admin',
        fetch,
        onUnauthenticated,
      });
      await client.query(query, {}).toPromise();
      return onUnauthenticated.mock.calls.length;
    };
    expect(await ask('UNAUTHENTICATED')).toBe(1);
    expect(await ask('FORBIDDEN')).toBe(0);
  });
});
