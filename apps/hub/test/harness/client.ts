/** What the hub answered to a GraphQL request. */
export interface Answer {
  status: number;
  headers: Headers;
  /** The body as it came. */
  text: string;
  data: unknown;
  errors: unknown;
  extensions: unknown;
}

/** A small client of one caller; the headers carry who it is. */
export class Client {
  readonly url: string;
  readonly headers: Record<string, string>;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.url = url;
    this.headers = headers;
  }

  /** Sends any request to the hub. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(new URL(path, this.url), {
      redirect: 'manual',
      ...init,
      headers: { ...this.headers, ...(init.headers as Record<string, string>) },
    });
  }

  /** Runs a GraphQL document. */
  async query(document: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables }),
    });
    return readAnswer(response);
  }

  /** Uploads a file's bytes. */
  async upload(bytes: string | Uint8Array, headers: Record<string, string> = {}) {
    const response = await this.fetch('/files', {
      method: 'POST',
      headers: { 'x-taizhang-upload': '1', ...headers },
      body: bytes as BodyInit,
    });
    return { status: response.status, body: (await response.json()) as unknown };
  }
}

/** Takes a response apart. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = text.startsWith('{') ? (JSON.parse(text) as Partial<Answer>) : {};
  const { data, errors, extensions } = body;
  return { status: response.status, headers: response.headers, text, data, errors, extensions };
}

/** The session cookie that an answer sets, as the next request sends it. */
export function cookieOf(headers: Headers): string {
  const [cookie] = headers.getSetCookie();
  if (!cookie) throw new Error('The answer sets no cookie');
  return cookie.split(';')[0]!;
}
