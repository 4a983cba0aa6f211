//! The pages as a browser asks for them, for tests.
#![allow(clippy::unwrap_used, reason = "only tests call it")]

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};

use tower::ServiceExt as _;

use crate::{Module, Services, app::encode};

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// Of a picture only what happens to be text.
    pub body: String,
    /// The body as it came: of a file.
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap())
    }
}

/// Every page of these contexts.
pub struct Pages(Router);

impl Pages {
    pub fn new(services: &Services, modules: Vec<Module>) -> Self {
        Self(crate::app::app(services, modules).0)
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.0.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, body, bytes }
    }

    pub async fn get(&self, address: &str, cookie: &str) -> Answer {
        let request =
            Request::get(address).header(header::HOST, "frivillig.example").header(header::COOKIE, cookie);
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, address: &str, fields: &[(&str, &str)], cookie: &str) -> Answer {
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
