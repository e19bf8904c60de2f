import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TextSize, Theme } from './view';

const keptSeconds = 31_536_000;

/** How a reader wants every page shown. Two cookies of one word each; nothing in them tells who they are. */
export interface Preferences {
  theme: Theme;
  size: TextSize;
}

const choices = { theme: ['auto', 'light', 'dark'], size: ['standard', 'large'] } as const satisfies {
  theme: readonly Theme[];
  size: readonly TextSize[];
};

export function preferencesOf({ headers }: Pick<FastifyRequest, 'headers'>): Preferences {
  const chosen = new Map((headers.cookie ?? '').split(';').map((each) => each.trim().split('=', 2) as [string, string]));
  return {
    theme: choices.theme.find((theme) => theme === chosen.get('theme')) ?? 'auto',
    size: choices.size.find((size) => size === chosen.get('size')) ?? 'standard',
  };
}

/** `POST /preferences`: the buttons in the page header. Leads back to where they were pressed. */
export async function addPreferences(app: FastifyInstance, baseUrl: string): Promise<void> {
  await app.register(formbody, { bodyLimit: 4096 });
  const secure = baseUrl.startsWith('https:') ? '; Secure' : '';
  app.post('/preferences', async (request, reply) => {
    const form = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    for (const [name, values] of Object.entries(choices)) {
      const chosen = values.find((value) => value === form[name]);
      if (chosen) reply.header('set-cookie', `${name}=${chosen}; Path=/; Max-Age=${keptSeconds}; SameSite=Lax; HttpOnly${secure}`);
    }
    return reply.header('cache-control', 'no-store').redirect(pathOnThisSite(form['back']), 303);
  });
}

/** Where a form says it came from is only believed as a path: `//host` and `/\host` lead to other sites. */
function pathOnThisSite(back: unknown): string {
  if (typeof back !== 'string' || !/^\/(?![/\\])/.test(back) || !URL.canParse(back, 'http://here')) return '/';
  const { origin, pathname, search } = new URL(back, 'http://here');
  return origin === 'http://here' ? `${pathname}${search}` : '/';
}
