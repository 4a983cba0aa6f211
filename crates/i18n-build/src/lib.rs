//! samskab-i18n-build
