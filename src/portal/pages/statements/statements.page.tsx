import type { VNode } from 'preact';
import { Trail } from '../../components/trail';
import type { Messages } from '../../messages';
import type { Page } from '../../page';
import { statementDocument } from './statements.document';

type Name = keyof Messages['statements'];

/** What the site says of itself. */
export const aboutPage = statementPage('about');
export const accessibilityPage = statementPage('accessibility');

function statementPage(name: Name): Page {
  return {
    path: `/${name}`,
    section: null,
    async load({ view, ask }) {
      const { title, description } = view.m.statements[name];
      const { release } = await ask(statementDocument, {});
      return { head: { title, description, canonical: `/${name}` }, release, body: <StatementView statement={view.m.statements[name]} /> };
    },
  };
}

function StatementView({ statement: { title, lead, sections } }: { statement: Messages['statements'][Name] }): VNode {
  return (
    <article class="prose">
      <Trail steps={[{ label: title, href: null }]} />
      <h1>{title}</h1>
      <p class="lede">{lead}</p>
      {sections.map(({ heading, paragraphs = [], items = [] }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {items.length > 0 && (
            <ul>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </article>
  );
}
