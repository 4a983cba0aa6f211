//! Files of an answer: checked by their content, taken away again by their sender, and public when somebody has looked at them.

use axum::{
    extract::{Multipart, Path},
    response::Response as Page,
};
use samskab_file::{LARGEST, Refused};
use samskab_web::{
    Cx, Error, Errors, Form, Result, download,
    error::OrNotFound as _,
    stored::no_room,
    upload::{self, refused},
};

use crate::{
    T,
    authority::{Action, Tie, may},
    own::{FileForm, locked, page},
    response::{MOST_FILES, Response, ResponseState},
    store::{self, AttachmentId},
};

/// POST /hoeringssvar/{secret}/bilag
pub(crate) async fn add(cx: Cx, Path(secret): Path<String>, multipart: Multipart) -> Result<Page> {
    let sent = upload::read(multipart, LARGEST).await?;
    let name = sent.file_name.clone();
    let (kind, bytes) = sent.checked().await?;
    let mut tx = cx.write().await?;
    let (response, hearing, now) = locked(&cx, &mut tx, &secret).await?;
    let to = format!("/hoeringssvar/{secret}");
    if response.state == ResponseState::Withdrawn || !hearing.takes_responses(now) {
        return cx.redirect_saying(to, "warning", "hearing-flash-too-late");
    }
    let t = T(cx.locale);
    let files = store::files(&mut tx, cx.tenant.id, response.id).await?;
    let full = no_room(&cx, &mut tx, bytes.len()).await?;
    let wrong = match kind {
        Err(why) if name.is_empty() && why == Refused::Empty => t.hearing_file_choose().to_owned(),
        Err(why) => refused(cx.locale, why),
        Ok(_) if files.len() >= MOST_FILES => t.hearing_file_too_many(MOST_FILES),
        Ok(_) if full.is_some() => full.unwrap_or_default(),
        Ok(kind) => {
            store::add_file(&mut tx, response.id, &name, kind, bytes).await?;
            // A colleague who has the answer open to publish it has not seen the file, so the version is raised.
            let response = Response { version: response.version + 1, updated_at: now, ..response };
            store::save_response(&mut tx, &response).await?;
            tx.commit().await?;
            return cx.redirect_saying(to, "success", "hearing-flash-file");
        }
    };
    let form = FileForm::default();
    let mut errors = Errors::default();
    errors.add(&form.fil(), wrong);
    let page = page(&cx, &mut tx, (&response, &hearing), form.with_errors(errors), &secret).await?;
    cx.invalid(page)
}

samskab_web::form! {
    pub(crate) struct RemoveForm {
        bilag: hidden,
    }
}

/// POST /hoeringssvar/{secret}/bilag/fjern
pub(crate) async fn remove(cx: Cx, Path(secret): Path<String>, Form(form): Form<RemoveForm>) -> Result<Page> {
    let mut tx = cx.write().await?;
    let (response, hearing, now) = locked(&cx, &mut tx, &secret).await?;
    let to = format!("/hoeringssvar/{secret}");
    let files = store::files(&mut tx, cx.tenant.id, response.id).await?;
    let file = files.iter().find(|file| file.id.to_string() == form.bilag);
    let (Some(file), true) = (file, hearing.takes_responses(now)) else {
        return cx.redirect_saying(to, "warning", "hearing-flash-too-late");
    };
    store::remove_file(&mut tx, file.id).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "hearing-flash-file-removed")
}

/// GET /hoeringsbilag/{id}: for everybody once it is public; before that for those who keep hearings.
pub(crate) async fn fetch(cx: Cx, Path(id): Path<AttachmentId>) -> Result<Page> {
    let mut reader = cx.read().await?;
    let file = store::find_file(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let response = store::find_response(&mut reader, cx.tenant.id, file.response_id).await?.or_not_found()?;
    let is_public = file.is_public && Response::is_public(&response);
    if !is_public && !may(&cx.actor, Action::ReadResponses, Tie::None) {
        return Err(Error::NotFound);
    }
    let content = store::content(&mut reader, cx.tenant.id, id).await?;
    download(file.kind.media_type(), &file.name, content)
}
