import type { AppLoadContext } from '@remix-run/node';

type Route = (args: { request: Request; params: Record<string, string | undefined>; context: AppLoadContext }) => unknown;

export type Answer = { status: number; headers: Headers; body: unknown };

/** Calls a loader or action as the server would: a thrown Response is its result too; `data()` is unpacked. */
export async function callRoute(
  route: unknown,
  call: {
    url: string;
    method?: string;
    params?: Record<string, string | undefined>;
    cookie?: string | undefined;
    form?: Record<string, string> | undefined;
    /** A body that is not a form. */
    body?: Uint8Array<ArrayBuffer> | string;
    address?: string;
    headers?: Record<string, string>;
  },
): Promise<Answer> {
  const headers = new Headers(call.headers);
  if (call.cookie) headers.set('Cookie', call.cookie);
  const method = call.method ?? (call.form ? 'POST' : 'GET');
  const body = call.form ? new URLSearchParams(call.form) : call.body;
  const request = new Request(new URL(call.url, 'http://localhost'), { method, headers, ...(body ? { body } : {}) });
  try {
    const result = await (route as Route)({
      request,
      params: call.params ?? {},
      context: { clientAddress: call.address ?? '192.0.2.1', cspNonce: 'test' } as unknown as AppLoadContext,
    });
    return answerOf(result);
  } catch (thrown) {
    if (thrown instanceof Response || isData(thrown)) return answerOf(thrown);
    throw thrown;
  }
}

type WithInit = { type: string; data: unknown; init: ResponseInit | null };

function isData(value: unknown): value is WithInit {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit';
}

async function answerOf(result: unknown): Promise<Answer> {
  if (result instanceof Response) {
    const text = await result.text();
    return { status: result.status, headers: result.headers, body: text };
  }
  if (isData(result)) return { status: result.init?.status ?? 200, headers: new Headers(result.init?.headers), body: result.data };
  return { status: 200, headers: new Headers(), body: result };
}

/** The Cookie header that a browser would send after this response. */
export function cookieOf(answer: Answer): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
