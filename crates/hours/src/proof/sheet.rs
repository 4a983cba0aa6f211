//! A proof as it is read: on the screen, on paper, and by whoever checks it.

use samskab_kernel::Day;
use samskab_web::Cx;

use super::{Content, Kind, Proof};
use crate::{T, hours::duration};

/// The words of the sheet; `proof/sheet.html` draws it.
pub struct Sheet {
    pub municipality: String,
    pub is_pupil: bool,
    pub name: String,
    pub school: String,
    pub places: Vec<PlaceLine>,
    /// All that the places confirmed, and all that the volunteer told.
    pub confirmed: String,
    pub told: String,
    pub learned: String,
    pub issued: String,
    /// The proof's code; empty on a draft.
    pub code: String,
    pub check_address: String,
    /// The code's address as a picture for a phone.
    pub qr: Option<String>,
}

pub struct PlaceLine {
    pub title: String,
    pub by: String,
    pub period: String,
    /// What the place confirmed; empty: none of it.
    pub confirmed: String,
    /// What the volunteer told; empty: none of it.
    pub told: String,
}

impl Sheet {
    pub fn of(cx: &Cx, proof: &Proof) -> Self {
        let address = cx.absolute(&proof.code.href());
        let qr = samskab_taskbank::channel::qr::svg(&address, T(cx.locale).proof_qr());
        let draft = Self::draft(cx, proof.kind, &proof.name, &proof.content, proof.issued_on);
        Self { code: proof.code.to_string(), check_address: bare(&cx.absolute("/bevis")), qr, ..draft }
    }

    pub fn draft(cx: &Cx, kind: Kind, name: &str, content: &Content, on: Day) -> Self {
        let t = T(cx.locale);
        let long = |minutes: i64| if minutes > 0 { duration::said(t, minutes) } else { String::new() };
        let line = |place: &super::Helped| PlaceLine {
            title: place.title.clone(),
            by: place.by.clone(),
            period: match place.to {
                None => t.proof_since(cx.locale.day(place.from)),
                Some(to) if to == place.from => cx.locale.day(to),
                Some(to) => t.proof_period(cx.locale.day(place.from), cx.locale.day(to)),
            },
            confirmed: long(place.noted_by_place),
            told: long(place.minutes - place.noted_by_place),
        };
        let confirmed = content.places.iter().map(|place| place.noted_by_place).sum();
        Self {
            municipality: cx.tenant.name.clone(),
            is_pupil: kind == Kind::Pupil,
            name: name.to_owned(),
            school: content.school.clone(),
            places: content.places.iter().map(line).collect(),
            confirmed: long(confirmed),
            told: long(content.minutes() - confirmed),
            learned: content.learned.clone(),
            issued: cx.locale.day(on),
            code: String::new(),
            check_address: String::new(),
            qr: None,
        }
    }
}

/// An address as it is typed from paper.
fn bare(address: &str) -> String {
    address.trim_start_matches("https://").trim_start_matches("http://").to_owned()
}
