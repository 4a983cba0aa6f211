//! samskab-web
