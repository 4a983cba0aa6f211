//! The pages as a browser asks for them: for the tests of this context, and a step that several of them begin with.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use samskab_organisation::testing::{NOW, Town};
use samskab_store::{Db, Stamp};
use samskab_web::{Services, app::encode};
use tower::ServiceExt as _;

use crate::requirement::declaration::{self, Declaration};

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    /// Of a picture only what happens to be text.
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap())
    }
}

/// Every page of this context and of the organisation.
pub(crate) struct Pages(Router);

impl Pages {
    pub(crate) fn new(services: &Services) -> Self {
        Self(samskab_web::app::app(services, vec![samskab_organisation::module(), crate::module()]).0)
    }

    pub(crate) async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.0.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub(crate) async fn get(&self, address: &str, cookie: &str) -> Answer {
        let request =
            Request::get(address).header(header::HOST, "frivillig.example").header(header::COOKIE, cookie);
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&self, address: &str, fields: &[(&str, &str)], cookie: &str) -> Answer {
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        let request = Request::post(address)
            .header(header::HOST, "frivillig.example")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, cookie);
        self.ask(request.body(Body::from(body.join("&"))).unwrap()).await
    }
}

/// The handball club signs the yearly declaration about børneattester.
pub(crate) async fn declare(db: &Db, town: &Town) {
    let mut tx = db.begin(Stamp { tenant: town.tenant, actor: None, now: NOW }).await.unwrap();
    let signed = Declaration {
        association: town.handball,
        year: declaration::year_of(NOW),
        has_children: true,
        signed_by: None,
        signed_name: "Abel Demosen".into(),
        signed_role: "Formand".into(),
        signed_at: NOW,
    };
    declaration::store::add(&mut tx, &signed).await.unwrap();
    tx.commit().await.unwrap();
}
