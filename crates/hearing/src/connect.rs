//! Whoever keeps the hearing knows that an answer is the answer of somebody who was asked, although it did not come by their link;
//! or that it is not. The note is the record of who was heard.

use samskab_store::{Connection, Tx};
use samskab_web::{Cx, Result, form::Choice};

use crate::{
    T,
    event::{HearingParties, ResponsePublished},
    hearing::Hearing,
    party::{Party, PartyAnswer},
    response::{HoldReason, Response},
    store,
};

samskab_web::form! {
    pub(crate) struct PartyOfForm {
        part: choice(screen_party).first(screen_party_none).optional().says_itself(),
    }
}

/// The form, with those who were asked: chosen is the one it is from, else the one whose name it bears. One query.
pub(crate) async fn form(
    cx: &Cx,
    connection: &mut Connection,
    response: &Response,
) -> Result<(PartyOfForm, Vec<Choice>, String)> {
    let parties = store::parties(connection, cx.tenant.id, response.hearing).await?;
    let own = parties.iter().find(|party| Some(party.id) == response.party);
    let chosen = own.or_else(|| parties.iter().find(|party| response.names(party)));
    let form = PartyOfForm {
        part: chosen.map(|party| party.id.to_string()).unwrap_or_default(),
        ..PartyOfForm::default()
    };
    let choice = |party: &Party| Choice::of(party.id.to_string(), party.name.clone());
    let name = own.map(|party| party.name.clone()).unwrap_or_default();
    Ok((form, parties.iter().map(choice).collect(), name))
}

/// The answer is the answer of this party, or of none.
pub(crate) async fn connect(
    cx: &Cx,
    tx: &mut Tx,
    (response, hearing): (Response, &Hearing),
    form: &PartyOfForm,
) -> Result<()> {
    let parties = store::parties(tx, cx.tenant.id, hearing.id).await?;
    let chosen = parties.iter().find(|party| party.id.to_string() == *form.part);
    if chosen.map(|party| party.id) == response.party {
        return Ok(());
    }
    let before = parties.iter().find(|party| Some(party.id) == response.party);
    move_answer(cx, tx, &response, before, chosen).await?;
    let response = Response { party: chosen.map(|party| party.id), ..response };
    publish(cx, tx, hearing, response, &parties).await?;
    Ok(tx.record(HearingParties::of(hearing)).await?)
}

/// The party it was taken for has answered no longer, unless by another answer; the one it is from has.
async fn move_answer(
    cx: &Cx,
    tx: &mut Tx,
    response: &Response,
    before: Option<&Party>,
    chosen: Option<&Party>,
) -> Result<()> {
    if let Some(before) = before
        && store::count_others(tx, cx.tenant.id, before.id, response.id).await? == 0
    {
        let none = Party { answer: PartyAnswer::None, answered_at: None, ..before.clone() };
        store::save_party(tx, &none).await?;
    }
    if let Some(chosen) = chosen {
        let answered_at = response.sent_at.or(Some(cx.now()));
        let answered = Party { answer: PartyAnswer::Response, answered_at, ..chosen.clone() };
        store::save_party(tx, &answered).await?;
    }
    Ok(store::set_party(tx, response.id, chosen.map(|party| party.id)).await?)
}

/// What was held back only because nobody knew whose it is, is judged anew.
async fn publish(
    cx: &Cx,
    tx: &mut Tx,
    hearing: &Hearing,
    response: Response,
    parties: &[Party],
) -> Result<()> {
    if response.held != HoldReason::Behalf {
        return Ok(());
    }
    let parts = store::parts(tx, cx.tenant.id, response.id).await?;
    let response = response.confirmed(hearing, &parts, parties, cx.now());
    store::save_response(tx, &response).await?;
    if response.is_public() {
        tx.record(ResponsePublished::of(&response)).await?;
    }
    Ok(())
}
