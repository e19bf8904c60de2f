import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { render } from 'preact-render-to-string';
import { openToFrames } from '../../../platform/http';
import type { Ask } from '../../ask';
import { View, ViewProvider, type Theme } from '../../view';
import { EmbedLayout } from './embed-layout';
import type { Embed } from './embed';
import { planEmbed } from './plan.embed';
import { taskEmbed } from './task.embed';
import { unitEmbed } from './unit.embed';

const embeds: readonly Embed[] = [planEmbed, taskEmbed, unitEmbed];

export interface EmbedRouteParts {
  viewOf: (request: FastifyRequest) => View;
  askFor: (request: FastifyRequest) => Ask;
  /** Whether a page cannot be shown because there is no such record. */
  isMissing: (error: unknown) => boolean;
  asSafeError: (error: unknown) => unknown;
}

/** `/embed/…`: what other sites may show of a record within their pages. The only pages that may stand in a frame. */
export function addEmbedRoutes(app: FastifyInstance, { viewOf, askFor, isMissing, asSafeError }: EmbedRouteParts): void {
  for (const embed of embeds) {
    app.get<{ Params: Record<string, string> }>(`/embed${embed.path}`, async (request, reply) => {
      const view = withoutCookies(viewOf(request));
      try {
        const { title, path, release, body } = await embed.load({ params: request.params, view, ask: askFor(request) });
        const html = <EmbedLayout {...{ title, path, release }}>{body}</EmbedLayout>;
        return await send(reply, view, html);
      } catch (error) {
        if (!isMissing(error)) throw asSafeError(error);
        const { gone } = view.m.embeds;
        const html = (
          <EmbedLayout title={gone} path={null}>
            <h1>{gone}</h1>
          </EmbedLayout>
        );
        return await send(reply.code(404), view, html);
      }
    });
  }
}

/** How it looks is for the page around it to say, by its address; what a reader chose on this site is nothing to that page. */
function withoutCookies({ lang, path, query, baseUrl }: View): View {
  const themes: readonly Theme[] = ['light', 'dark'];
  const theme = themes.find((each) => each === query.get('theme')) ?? 'auto';
  return new View(lang, theme, 'standard', path, query, baseUrl);
}

function send(reply: FastifyReply, view: View, html: ReturnType<typeof EmbedLayout>): FastifyReply {
  openToFrames(reply);
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'public, max-age=300')
    .send(`<!doctype html>\n${render(<ViewProvider value={view}>{html}</ViewProvider>)}\n`);
}
