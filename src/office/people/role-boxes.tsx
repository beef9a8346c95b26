import { roles, type Role } from '#accounts/index.ts';
import type { Lang } from '#lang/lang.ts';
import { textsFor } from '../shell.tsx';
import { peopleTexts } from './texts.ts';

export const givenRoles = roles.filter((role): role is Exclude<Role, 'reader'> => role !== 'reader');

export const rolesTyped = (names: readonly string[]): Role[] => givenRoles.filter((role) => names.includes(role));

/** Somebody may have several roles, or none and then reads. */
export const RoleBoxes = ({ held, lang, error, legendHeard = false }: { held: readonly Role[]; lang: Lang; error?: string | undefined; legendHeard?: boolean }) => {
  const texts = peopleTexts(lang);
  return (
    <fieldset class="kg-roles" aria-describedby={error === undefined ? 'roles-hint' : 'roles-hint roles-error'}>
      <legend class={legendHeard ? 'kg-vh' : undefined}>{texts.roles}</legend>
      <div class="govuk-hint" id="roles-hint">
        {texts.rolesHint}
      </div>
      {error !== undefined && (
        <p class="govuk-error-message" id="roles-error">
          {error}
        </p>
      )}
      {givenRoles.map((role, index) => (
        <div class="kg-roles__one">
          <input type="checkbox" id={index === 0 ? 'roles' : `role-${role}`} name="roles" value={role} checked={held.includes(role)} aria-describedby={`role-hint-${role}`} />
          <div>
            <label for={index === 0 ? 'roles' : `role-${role}`}>{textsFor(lang).roles[role]}</label>
            <div class="govuk-hint" id={`role-hint-${role}`}>
              {texts.roleHints[role]}
            </div>
          </div>
        </div>
      ))}
    </fieldset>
  );
};
