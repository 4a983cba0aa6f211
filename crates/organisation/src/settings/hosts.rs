//! The names under which the municipality answers.

use axum::response::Response;
use samskab_web::{Cx, Errors, Form, Result};
use serde::Deserialize;

use super::{
    SettingsChanged,
    page::{Sent, here, page},
    require, store,
};
use crate::T;

/// As it is called in the book of events.
pub(super) const KEY: &str = "hosts";

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct HostForm {
    host: String,
}

pub(super) async fn add(cx: Cx, Form(form): Form<HostForm>) -> Result<Response> {
    require(&cx)?;
    let t = T(cx.locale);
    let Some(host) = host_name(&form.host) else { return refuse(&cx, form, t.settings_host_error()).await };
    let mut tx = cx.write().await?;
    match store::owner(&mut tx, &host).await? {
        Some(owner) => {
            drop(tx);
            let taken = if owner == cx.tenant.id { t.settings_host_known() } else { t.settings_host_taken() };
            return refuse(&cx, form, taken).await;
        }
        None => store::add_host(&mut tx, &host).await?,
    }
    tx.record(changed(&cx)).await?;
    done(&cx, tx, "settings-host-added").await
}

pub(super) async fn remove(cx: Cx, Form(form): Form<HostForm>) -> Result<Response> {
    require(&cx)?;
    let t = T(cx.locale);
    if form.host == here(&cx) {
        return refuse(&cx, HostForm::default(), t.settings_host_here()).await;
    }
    let mut tx = cx.write().await?;
    // The event first: it holds the municipality's row, so that of two who remove at once one is the last.
    tx.record(changed(&cx)).await?;
    if !store::remove_host(&mut tx, &form.host).await? {
        drop(tx);
        return refuse(&cx, HostForm::default(), t.settings_host_last()).await;
    }
    done(&cx, tx, "settings-host-removed").await
}

fn changed(cx: &Cx) -> SettingsChanged {
    SettingsChanged { tenant: cx.tenant.id, keys: vec![KEY.to_owned()] }
}

async fn done(cx: &Cx, tx: samskab_store::Tx, said: &'static str) -> Result<Response> {
    tx.commit().await?;
    cx.services.tenants.refresh(cx.now()).await?;
    cx.redirect_saying("/opsaetning#adresser", "success", said)
}

async fn refuse(cx: &Cx, form: HostForm, message: &str) -> Result<Response> {
    let mut errors = Errors::default();
    errors.add("host", message);
    page(cx, Sent { errors, host: form.host, ..Sent::default() }).await
}

/// The bare name of what was typed or copied from a browser: `https://Frivillig.example/` is
/// `frivillig.example`. `None` when it is none; names with æ, ø and å are written `xn--…` (RFC 5890).
pub fn host_name(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(&text);
    let name = rest.split(['/', ':']).next()?.trim_end_matches('.');
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    (name.len() <= 253 && name.split('.').all(label)).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_name_is_taken_as_it_is_copied() {
        for (typed, name) in [
            ("frivillig.fjordlund.example", "frivillig.fjordlund.example"),
            (" https://Frivillig.Fjordlund.example/opgaver ", "frivillig.fjordlund.example"),
            ("localhost:8080", "localhost"),
            ("xn--rsted-uua.example.", "xn--rsted-uua.example"),
        ] {
            assert_eq!(host_name(typed).as_deref(), Some(name), "{typed}");
        }
        for wrong in
            ["", "*", "frivillig fjordlund.example", "ærø.example", "-a.example", "a..example", "https://"]
        {
            assert_eq!(host_name(wrong), None, "{wrong}");
        }
    }
}
