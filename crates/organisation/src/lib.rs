//! samskab-organisation
