import type { Markup } from '#markup/markup.ts';
import type { Link } from './links.tsx';

export type MenuGroup = { heading?: string; links: Link[] };

/** One unfolding group of the section menu. A single group without a heading flows in columns; more stand side by side. */
export type SectionMenu = {
  title: string;
  groups: MenuGroup[];
  /** The page belongs here, although no link leads to it alone. */
  current?: boolean;
};

const written = new WeakMap<readonly Link[], Markup>();

/** Links as items of a list. Menus and footers are the same on page after page: the same list of links is written once. */
export const LinkItems = ({ links }: { links: readonly Link[] }) => {
  const known = written.get(links);
  if (known !== undefined) return known;
  const items = (
    <>
      {links.map((link) => (
        <li>
          <a href={link.href} lang={link.lang} aria-current={link.current === true ? 'page' : undefined}>
            {link.text}
          </a>
        </li>
      ))}
    </>
  );
  written.set(links, items);
  return items;
};

/** A native `<details>`: works from the keyboard and without scripts; the shared name closes the others. */
export const Menu = ({ menu, id }: { menu: SectionMenu; id: string }) => {
  const holdsCurrent = menu.current === true || menu.groups.some((group) => group.links.some((link) => link.current === true));
  const [only, ...others] = menu.groups;
  const list = only !== undefined && others.length === 0;
  // The widest group takes two columns where that still leaves the row at four.
  const spare = menu.groups.length < 4;
  return (
    <details class={holdsCurrent ? 'kg-menu is-current' : 'kg-menu'} name="menu" id={id}>
      <summary>{menu.title}</summary>
      <div class="kg-menu__panel">
        <div class={list ? 'kg-menu__cols kg-menu__cols--list' : 'kg-menu__cols'}>
          {menu.groups.map((group, index) => (
            <div class={!list && spare && group.links.length > 6 ? 'wide' : undefined}>
              {group.heading !== undefined && (
                <p class="kg-menu__heading" id={`${id}-${index + 1}`}>
                  {group.heading}
                </p>
              )}
              <ul aria-labelledby={group.heading === undefined ? undefined : `${id}-${index + 1}`}>
                <LinkItems links={group.links} />
              </ul>
            </div>
          ))}
        </div>
      </div>
    </details>
  );
};
