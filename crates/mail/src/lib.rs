//! samskab-mail
