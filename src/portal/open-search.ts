import type { FastifyInstance } from 'fastify';
import { messagesIn } from './messages';

/** `/opensearch.xml`: lets a browser search here from its address bar. */
export function addOpenSearch(app: FastifyInstance, publicBaseUrl: string): void {
  const { site } = messagesIn('zh');
  const base = publicBaseUrl.replaceAll('&', '&amp;');
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${site.name}</ShortName>
  <Description>${site.searchLabel}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${base}/search?text={searchTerms}"/>
</OpenSearchDescription>
`;
  app.get('/opensearch.xml', async (_request, reply) =>
    reply.type('application/opensearchdescription+xml; charset=utf-8').header('cache-control', 'public, max-age=86400').send(text),
  );
}
