import type { ComponentChildren, VNode } from 'preact';
import { useView } from '../../view';
import { mostContactCharacters, mostTextCharacters, type FilledForm, type FormProblem } from './filled-form';

interface ReportFormProps {
  about: string;
  filled: FilledForm;
  problems: readonly FormProblem[];
}

/** A plain form: it holds without scripts, and needs no cookie. */
export function ReportForm({ about, filled, problems }: ReportFormProps): VNode {
  const view = useView();
  const { reports } = view.m;
  const failed = (name: FormProblem['field']) => problems.some(({ field }) => field === name);
  return (
    <form class="report-form" method="post" action={view.href('/report', { about })} novalidate>
      {problems.length > 0 && <FormProblems problems={problems} />}
      <Field name="text" label={reports.text} hint={reports.textHint(mostTextCharacters)}>
        <textarea
          id="report-text"
          name="text"
          rows={8}
          required
          maxLength={mostTextCharacters}
          aria-describedby="report-text-hint"
          aria-invalid={failed('text') ? 'true' : undefined}
          value={filled.text}
        />
      </Field>
      <Field name="contact" label={reports.contact} hint={reports.contactHint}>
        <input
          id="report-contact"
          name="contact"
          maxLength={mostContactCharacters}
          autocomplete="email"
          aria-describedby="report-contact-hint"
          aria-invalid={failed('contact') ? 'true' : undefined}
          value={filled.contact}
        />
      </Field>
      <p class={filled.trap === '' ? 'hidden' : 'field'} aria-hidden={filled.trap === '' ? 'true' : undefined}>
        <label for="report-website">{reports.trap}</label>
        <input
          id="report-website"
          name="website"
          autocomplete="off"
          tabIndex={filled.trap === '' ? -1 : undefined}
          aria-invalid={failed('website') ? 'true' : undefined}
          value={filled.trap}
        />
      </p>
      <p>
        <button class="primary">{reports.send}</button>
      </p>
      <p class="small soft measure">{reports.after}</p>
    </form>
  );
}

function Field({ name, label, hint, children }: { name: string; label: string; hint: string; children: ComponentChildren }): VNode {
  return (
    <div class="field">
      <label for={`report-${name}`}>{label}</label>
      <p id={`report-${name}-hint`} class="small soft measure">
        {hint}
      </p>
      {children}
    </div>
  );
}

/** Each leads to the field that it is about. */
function FormProblems({ problems }: Pick<ReportFormProps, 'problems'>): VNode {
  const { reports } = useView().m;
  return (
    <div class="notice" role="alert">
      <div>
        <strong>{reports.failed}</strong>
        <ul>
          {problems.map(({ field, message }) => (
            <li key={message}>{field === 'form' ? message : <a href={`#report-${field}`}>{message}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
