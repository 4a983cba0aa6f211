//! What surrounds every page: header, navigation, footer, the flash message.

use samskab_kernel::Locale;

use crate::{Cx, T, assets, module::MenuItem};

pub struct Shell {
    pub t: T,
    pub locale: Locale,
    pub title: String,
    pub municipality: String,
    pub tagline: String,
    pub phone: String,
    pub email: String,
    /// Lines as they are written on an envelope.
    pub address: String,
    pub opening_hours: String,
    /// Said above every page of a municipality that has ended; empty: it goes on.
    pub ended: String,
    /// The citizens' menu.
    pub nav: Vec<NavLink>,
    /// The menu of those who work here; empty for everybody else.
    pub desk: Vec<NavLink>,
    /// The words searched for in *Gå til*, on the page that answers.
    pub destination: String,
    pub breadcrumbs: Vec<Breadcrumb>,
    pub actor: Option<ShellActor>,
    pub waiting: usize,
    pub flash: Option<Flash>,
    pub path: String,
    pub css: &'static str,
    pub js: &'static str,
    pub sprite: &'static str,
    pub favicon: &'static str,
    pub theme: String,
    pub other_locale_href: String,
}

pub struct NavLink {
    pub href: &'static str,
    pub label: &'static str,
    pub current: bool,
}

pub struct Breadcrumb {
    pub href: Option<String>,
    pub label: String,
}

pub struct ShellActor {
    pub name: String,
    /// Has a role in the municipality or an association, and so an overview of what waits.
    pub has_role: bool,
    /// Where to sign in for the rest, for whoever came by a letter's link; empty: they are signed in for everything.
    pub sign_in_href: String,
}

/// A message about what was just done, shown once.
#[derive(Debug, Clone)]
pub struct Flash {
    /// `success`, `info`, `warning`, `error`
    pub kind: &'static str,
    pub text: String,
}

impl Shell {
    pub(crate) fn new(cx: &Cx, title: impl Into<String>) -> Self {
        let t = T(cx.locale);
        let profile = &cx.tenant.profile;
        let path = cx.path();
        let link = |href: &'static str, label: &'static str| NavLink {
            href,
            label,
            current: path == href || path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/')),
        };
        let nav = cx.services.navigation.iter().map(|item| link(item.href, (item.label)(t))).collect();
        let mut desk: Vec<MenuItem> = match cx.actor.standings.is_empty() {
            true => Vec::new(),
            false => cx.services.menu.iter().flat_map(|of| of(cx)).collect(),
        };
        desk.sort_by_key(|item| item.place);
        Self {
            t,
            locale: cx.locale,
            title: title.into(),
            municipality: cx.tenant.name.clone(),
            tagline: cx.locale.choose(&profile.tagline, &profile.tagline_en).to_owned(),
            phone: profile.phone.clone(),
            email: profile.email.clone(),
            address: profile.address.clone(),
            opening_hours: cx.locale.choose(&profile.opening_hours, &profile.opening_hours_en).to_owned(),
            ended: cx.tenant.ended_on.map(|ended| t.ended_text(cx.locale.day(ended))).unwrap_or_default(),
            nav,
            desk: desk.into_iter().map(|item| link(item.href, item.label)).collect(),
            destination: String::new(),
            breadcrumbs: Vec::new(),
            actor: cx.actor.is_signed_in().then(|| ShellActor {
                name: cx.actor.name.clone(),
                has_role: !cx.actor.standings.is_empty(),
                sign_in_href: if cx.is_by_letter() { cx.sign_in_href() } else { String::new() },
            }),
            waiting: cx.actor.waiting,
            flash: cx.flash.clone(),
            path: path.to_owned(),
            css: assets::url("app.css"),
            js: assets::url("app.js"),
            sprite: assets::url("icons.svg"),
            favicon: assets::url("favicon.svg"),
            theme: theme_href(&cx.tenant),
            other_locale_href: cx.in_language(cx.locale.other().code()),
        }
    }

    /// Names the page above this one. If that page is in a menu and no entry leads nearer, the menu marks it.
    #[must_use]
    pub fn under(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        let href = href.into();
        for menu in [&mut self.nav, &mut self.desk] {
            if menu.iter().all(|entry| !entry.current) {
                menu.iter_mut().for_each(|entry| entry.current = entry.href == href);
            }
        }
        self.breadcrumbs.push(Breadcrumb { href: Some(href), label: label.into() });
        self
    }

    /// This page itself, last in the breadcrumbs.
    #[must_use]
    pub fn here(mut self) -> Self {
        let label = self.title.clone();
        self.breadcrumbs.push(Breadcrumb { href: None, label });
        self
    }
}

fn theme_href(tenant: &crate::Tenant) -> String {
    let profile = &tenant.profile;
    let colours = format!("{}{}{}", profile.colour, profile.colour_dark, profile.on_colour);
    format!("/tema.css?{}", colours.replace('#', ""))
}

/// The municipality's colours, laid over the design system; ours where they cannot be read.
pub(crate) fn theme_css(tenant: &crate::Tenant) -> String {
    let profile = &tenant.profile;
    assets::Theme::new(&profile.colour, &profile.colour_dark, &profile.on_colour).unwrap_or_default().css()
}
