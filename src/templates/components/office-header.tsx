import type { VNode } from 'preact';
import type { Translate } from '../../platform/i18n/i18n.js';
import { PostForm } from './post-form.js';

/** One entry of the main navigation; `count` is shown when it is not null. */
export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  readonly count: number | null;
  /** What the count means, read out after it. */
  readonly countMeaning: string;
  readonly urgent: boolean;
  readonly current: boolean;
}

export interface OfficeHeaderView {
  readonly officeName: string;
  readonly userName: string;
  readonly roleName: string;
  readonly csrfToken: string;
  /** This page, to come back to after changing the language. */
  readonly path: string;
  readonly searched: string;
  readonly mayLook: boolean;
  readonly navigation: readonly NavigationItem[];
  readonly languages: readonly { readonly code: string; readonly name: string; readonly current: boolean }[];
}

interface HeaderProperties {
  readonly view: OfficeHeaderView;
  readonly t: Translate;
}

/** Office name, search, user menu, and the main navigation below. */
export function OfficeHeader({ view, t }: HeaderProperties): VNode {
  return (
    <header class="header">
      <div class="header-top">
        <a class="brand" href="/office">
          <span class="brand-mark" aria-hidden="true" />
          <span>{view.officeName}</span>
        </a>
        {view.mayLook && <Search view={view} t={t} />}
        <UserMenu view={view} t={t} />
      </div>
      {view.navigation.length > 0 && (
        <nav class="nav" aria-label={t('office:layout.navigation')}>
          <ul>
            {view.navigation.map((item) => (
              <li key={item.href}>
                <NavigationLink item={item} />
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

function NavigationLink({ item }: { readonly item: NavigationItem }): VNode {
  return (
    <a href={item.href} aria-current={item.current ? 'page' : undefined}>
      {item.label}
      {item.count !== null && (
        <>
          {' '}
          <span class={item.urgent ? 'count count-urgent' : 'count'}>
            {item.count}
            <span class="unseen"> {item.countMeaning}</span>
          </span>
        </>
      )}
    </a>
  );
}

function Search({ view, t }: HeaderProperties): VNode {
  return (
    <search class="search">
      <form action="/office/search" method="get">
        <label class="unseen" for="search">
          {t('office:search.label')}
        </label>
        <input
          id="search"
          name="q"
          type="search"
          value={view.searched}
          placeholder={t('office:search.placeholder')}
          autocomplete="off"
          spellcheck={false}
        />
        <button type="submit" class="button">
          {t('office:search.submit')}
        </button>
      </form>
    </search>
  );
}

function UserMenu({ view, t }: HeaderProperties): VNode {
  return (
    <details class="menu">
      <summary>
        {view.userName} <span class="quiet">{view.roleName}</span>
      </summary>
      <div class="menu-body">
        <PostForm action="/office/language" csrfToken={view.csrfToken}>
          <input type="hidden" name="next" value={view.path} />
          <fieldset class="plain">
            <legend>{t('office:layout.language')}</legend>
            {view.languages.map((language) => (
              <button
                type="submit"
                key={language.code}
                class="menu-item"
                name="locale"
                value={language.code}
                lang={language.code}
                aria-pressed={language.current}
              >
                {language.name}
              </button>
            ))}
          </fieldset>
        </PostForm>
        <a class="menu-item" href="/office/account">
          {t('account:title')}
        </a>
        <a class="menu-item" href="/office/calendar">
          {t('office:calendar.title')}
        </a>
        <a class="menu-item" href="/office/accessibility">
          {t('office:accessibility.title')}
        </a>
        <PostForm action="/office/logout" csrfToken={view.csrfToken}>
          <button type="submit" class="menu-item">
            {t('office:layout.sign-out')}
          </button>
        </PostForm>
      </div>
    </details>
  );
}
