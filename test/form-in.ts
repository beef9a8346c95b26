import { attribute, elementsOf, markup, named, type Element } from './markup.ts';

const rawText = (element: Element): string => element.children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('');

function valuesOf(control: Element): string[] {
  if (control.name === 'textarea') return [rawText(control).replace(/^\n/, '').replaceAll('\n', '\r\n')];
  if (control.name === 'select') {
    const options = named(control, 'option');
    const chosen = options.find((option) => option.attributes.has('selected')) ?? options[0];
    return chosen === undefined ? [] : [attribute(chosen, 'value') ?? rawText(chosen)];
  }
  const type = attribute(control, 'type');
  if ((type === 'checkbox' || type === 'radio') && !control.attributes.has('checked')) return [];
  return type === 'file' || type === 'submit' ? [] : [attribute(control, 'value') ?? ''];
}

/** What a browser would send of a form as it stands, field by field; a test types into it. */
export class TypedForm {
  pairs: [string, string][];
  constructor(pairs: [string, string][]) {
    this.pairs = pairs;
  }
  get(name: string): string | undefined {
    return this.pairs.find(([one]) => one === name)?.[1];
  }
  all(name: string): string[] {
    return this.pairs.flatMap(([one, value]) => (one === name ? [value] : []));
  }
  /** The same form with these fields filled otherwise; an empty list takes a field away. */
  with(fields: Record<string, string | string[]>): TypedForm {
    const kept = this.pairs.filter(([name]) => !(name in fields));
    return new TypedForm([...kept, ...Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value]))]);
  }
}

/** The form that is sent to this address, or the first form of the page that is posted. */
export function formIn(html: string, action?: string): TypedForm {
  const form = named(markup(html), 'form').find(
    (one) =>
      attribute(one, 'method') === 'post' && (action === undefined ? !/\/office\/(language|sign-out)/.test(attribute(one, 'action') ?? '') : attribute(one, 'action') === action),
  );
  if (form === undefined) throw new Error(`no form for ${action ?? 'anything'}`);
  const controls = elementsOf(form).filter(
    (element) => ['input', 'select', 'textarea'].includes(element.name) && element.attributes.has('name') && !element.attributes.has('disabled'),
  );
  return new TypedForm(controls.flatMap((control) => valuesOf(control).map((value): [string, string] => [attribute(control, 'name') ?? '', value])));
}
