//! People, sign-in, associations and Mit overblik, as a browser meets them.

mod browser;
mod profile;
mod sign_in;
